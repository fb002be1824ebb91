package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;
import org.seatside.fx.Typeface;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.FakeLine;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.kiosk.voice.Tone;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.id.Ids;
import org.seatside.testkit.FakeClock;

/// A kiosk's view model over a desk with a fake line, without threads and without a toolkit.
final class ScreenFixture {
    static final String STAFF_CODE = "4711";

    final SampleCampus campus = new SampleCampus();
    final FakeClock clock = new FakeClock(SampleCampus.NOW);
    final FakeLine line = new FakeLine(clock);
    final SynchronousTasks tasks = new SynchronousTasks();
    final List<Tone> tones = new ArrayList<>();
    final FakeVoice voice = new FakeVoice();
    final Announcer announcer;
    final FakeHelpLine help = new FakeHelpLine();
    final FakeStaffDesk desk = new FakeStaffDesk();
    final List<CheckInReport> reports = new ArrayList<>();
    final Messages messages;
    final HeaderViewModel header;
    final KioskViewModel model;
    final KioskSetting setting;
    Optional<CampusRules> rules = Optional.of(campus.rules(SampleCampus.ROOM));

    ScreenFixture(Locale language, Theme theme, double textScale) {
        this(language, theme, textScale, "");
    }

    ScreenFixture(Locale language, Theme theme, double textScale, String elsewhere) {
        this(new KioskSetting(
                VisitSettings.plain(language, theme).withTextScale(textScale),
                546,
                elsewhere,
                "",
                true,
                false,
                STAFF_CODE));
    }

    ScreenFixture(KioskSetting setting) {
        this.setting = setting;
        messages = new Messages(KioskView.class, "kiosk", setting.usual().language());
        header = new HeaderViewModel(tasks, clock, () -> rules);
        CheckInDesk checkIns = new CheckInDesk(() -> rules, line, new Ids(clock, new Random(1)), clock);
        announcer = new Announcer(messages, tasks, voice, (tone, _) -> tones.add(tone));
        model = new KioskViewModel(messages, tasks, checkIns, announcer, setting, header, help, reports::add);
    }

    KioskView view(double width, double height) {
        return new KioskView(model, setting, desk, tasks, Typeface.find(), width, height);
    }

    /// The outcome comes from a node, for a good pass.
    void decide(Outcome outcome) throws InterruptedException {
        line.answer = new NodeAnswer.Decided(outcome);
        model.scanned(campus.pass(), 7, System.nanoTime());
    }
}
