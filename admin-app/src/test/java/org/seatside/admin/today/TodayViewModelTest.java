package org.seatside.admin.today;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Screen;
import org.seatside.client.NodeClient;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.assist.ReportKind;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.testkit.FakeClock;

class TodayViewModelTest {
    private final FakeClock clock = FakeClock.at("2026-11-20T00:00:00Z");
    private final SynchronousTasks tasks = new SynchronousTasks();
    private PlayedNode node;
    private NodeClient client;
    private TodayViewModel today;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(clock);
        client = new NodeClient(List.of(node.uri()), new Json());
        today = new TodayViewModel(new NodeLink(client, tasks), clock, true);
    }

    @AfterEach
    void close() {
        today.close();
        client.close();
        node.close();
    }

    @Test
    void allIsWellOnlyOnceTheNodeHasSaidSo() {
        kiosk("A", 0, "RUNNING", 0, 0);

        assertEquals(false, today.known().get());
        today.refresh();

        assertEquals(true, today.known().get());
        assertEquals(List.of(), said());
    }

    @Test
    void whatNeedsAPersonIsNamed() {
        kiosk("quiet", 91, "RUNNING", 0, 0);
        kiosk("blind", 1, "NO_CAMERA", 0, 0);
        kiosk("refusing", 1, "RUNNING", 0, 2);
        kiosk("fine", 89, "RUNNING", 0, 0);
        node.upstream = new UpstreamSummary("du-checkattend", false, Map.of(UpstreamState.REJECTED, 3L));

        today.refresh();

        assertEquals(
                List.of(
                        Notice.failed("today.concern.quiet", "quiet"),
                        Notice.failed("today.concern.camera", "blind"),
                        Notice.failed("today.concern.refused", "refusing", 2),
                        Notice.failed("today.concern.upstreamStopped"),
                        Notice.failed("today.concern.rejected", 3L)),
                said());
    }

    @Test
    void whatWaitsWithoutHurryLeadsToWhereItIsMended() {
        HookId hook = new HookId(node.ids().next());
        node.hooks.add(new Hook(hook, "https://lms.example/hook", HookFormat.STANDARD, true, 9));
        node.letters.add(new DeadLetter(hook, new CheckInId(node.ids().next()), 7, "HTTP_500", clock.instant(), false));
        node.reports.add(
                new Report(new ReportId(node.ids().next()), ReportKind.BUG, "소리가 안 나요", null, clock.instant(), false));

        today.open();

        assertEquals(
                List.of(
                        new Concern(
                                Notice.news("today.concern.letters", 1L),
                                Destination.of(Screen.ADMINISTRATION, "hooks.title")),
                        new Concern(
                                Notice.news("today.concern.reports", 1L),
                                Destination.of(Screen.ADMINISTRATION, "reports.title"))),
                List.copyOf(today.concerns()));
    }

    @Test
    void aLostNodeIsSaidAndHealsByItself() {
        today.refresh();
        node.silence(true);
        tasks.advance(TodayViewModel.REFRESH);
        assertEquals(List.of(Notice.failed("today.concern.node")), said());

        node.silence(false);
        tasks.advance(Duration.ofSeconds(10));

        assertEquals(List.of(), said());
    }

    @Test
    void checkInsArriveNewestFirstAndOneThatIsToldTwiceHasOneRow() {
        CheckInEvent first = event(1, new CheckInId(node.ids().next()), UpstreamState.NEW);
        node.checkIn(first);
        today.open();
        Awaitility.await().until(() -> today.live().get() == TodayViewModel.Live.CONNECTED);
        CheckInEvent second = event(2, new CheckInId(node.ids().next()), UpstreamState.NEW);
        Awaitility.await().until(() -> {
            node.checkIn(second);
            return !today.checkIns().isEmpty() && today.checkIns().getFirst().equals(second);
        });

        assertEquals(List.of(second, first), List.copyOf(today.checkIns()));
    }

    @Test
    void theUpstreamStateOfACheckInShownIsKeptUpToDate() {
        CheckInId id = new CheckInId(node.ids().next());
        node.checkIn(event(1, id, UpstreamState.NEW));
        today.open();
        CheckInEvent accepted = event(1, id, UpstreamState.ACCEPTED);
        node.checkIns.clear();
        node.checkIns.add(accepted);

        today.refresh();

        assertEquals(List.of(accepted), List.copyOf(today.checkIns()));
    }

    @Test
    void whoCallsForHelpComesFirstAndIsAnsweredWithOneClick() {
        HelpCall call = new HelpCall(
                new HelpCallId(node.ids().next()),
                node.ids().kiosk(),
                null,
                HelpCallState.CALLED,
                clock.instant(),
                null,
                null,
                null);
        node.helpCalls.add(call);
        today.refresh();
        assertEquals(List.of(Notice.failed("today.concern.help", 1)), said());

        today.help().answer(call, HelpCallState.COMING);
        assertEquals(HelpCallState.COMING, today.help().open().getFirst().state());
        assertEquals(
                List.of(HelpCallState.DONE),
                HelpViewModel.answers(today.help().open().getFirst()));
        today.help().answer(today.help().open().getFirst(), HelpCallState.DONE);
        tasks.advance(TodayViewModel.REFRESH);

        assertEquals(List.of(), List.copyOf(today.help().open()));
        assertEquals(List.of(), said());
    }

    @Test
    void classesNowAndNextAreToldApartAndARoomWithoutAKioskIsNamed() {
        Section section = new Section(node.ids().section(), "CS201-1", "자료구조");
        Room room = new Room(node.ids().room(), "19C4", "", "", null);
        node.sections.add(section);
        node.rooms.add(room);
        meeting(section, room, -300);
        meeting(section, room, 7_200);
        node.warnings.add(new RoomWarning(
                section.id(), "자료구조", room.id(), "19C4", clock.instant(), 1, 2, RoomWarning.Reason.NO_KIOSK));

        today.open();

        assertEquals(
                List.of(clock.instant().minusSeconds(300)),
                today.day().now().stream().map(DayViewModel.Lesson::startsAt).toList());
        assertEquals(
                List.of(clock.instant().plusSeconds(7_200)),
                today.day().next().stream().map(DayViewModel.Lesson::startsAt).toList());
        assertEquals(List.of(Notice.care("today.concern.room.none", "19C4", "자료구조")), said());
    }

    private List<Notice> said() {
        return today.concerns().stream().map(Concern::notice).toList();
    }

    private void meeting(Section section, Room room, int startsIn) {
        Instant start = clock.instant().plusSeconds(startsIn);
        node.meetings.add(new Meeting(
                new MeetingId(node.ids().next()),
                section.id(),
                room.id(),
                start.minusSeconds(600),
                start,
                start.plusSeconds(600),
                start.plusSeconds(3_600),
                start.plusSeconds(4_500)));
    }

    private void kiosk(String name, int secondsAgo, String camera, int waiting, int refused) {
        node.kiosks.add(new KioskView(
                new Kiosk(node.ids().kiosk(), name, null, "key", false),
                clock.instant().minusSeconds(secondsAgo),
                new KioskState("1", camera, waiting, refused, 0L, null)));
    }

    private CheckInEvent event(long index, CheckInId id, UpstreamState upstream) {
        Instant at = clock.instant();
        @Nullable String none = null;
        return new CheckInEvent(
                index,
                id,
                "Present",
                at,
                at,
                Identification.PASS,
                node.ids().kiosk(),
                "A",
                null,
                none,
                none,
                null,
                none,
                none,
                upstream,
                false);
    }
}
