package org.seatside.admin.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Who attends less of a class than a share: every section's sheet is looked through, one after another, with progress
/// and a way to stop. Staff see it and decide; nothing is sent to anybody.
public final class LowAttendanceViewModel {
    private static final int ALL = 100;
    private static final int USUAL = 70;

    private final NodeLink link;
    private final Typed<Integer> below =
            Typed.whole("low.below", "low.below.hint", 1, ALL).with(USUAL);
    private final ObservableList<Low> found = FXCollections.observableArrayList();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private AtomicBoolean stopped = new AtomicBoolean();

    /// @param percent of what could be earned in the meetings on record
    public record Low(Student student, Section section, int percent, int meetings) {}

    public LowAttendanceViewModel(NodeLink link) {
        this.link = link;
    }

    /// Takes the share that the campus's rule names, where it does.
    public void suggest() {
        link.ask(
                () -> link.client().timetable().rules(),
                rules -> rules.stream()
                        .filter(rule -> rule.course() == null && rule.section() == null)
                        .map(AttendanceRule::noticeBelowPercent)
                        .filter(share -> share != null && share > 0)
                        .findFirst()
                        .ifPresent(below::with),
                _ -> below.reset(),
                () -> {});
    }

    /// Looks through all sections.
    public void look() {
        if (busy.get() || !below.check()) {
            return;
        }
        int share = below.value();
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        busy.set(true);
        notice.set(null);
        progress.set(0);
        found.clear();
        link.ask(
                () -> all(share, stop),
                low -> {
                    found.setAll(low);
                    looked.set(true);
                    notice.set(
                            stop.get() ? Notice.care("low.stopped", low.size()) : Notice.done("low.done", low.size()));
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private List<Low> all(int share, AtomicBoolean stop) throws NodeException {
        List<Section> sections = AllPages.of(link.client()::sections);
        List<Low> low = new ArrayList<>();
        for (int i = 0; i < sections.size() && !stop.get(); i++) {
            Section section = sections.get(i);
            ClassSheet sheet = link.client().records().sheet(section.id(), null, null);
            low.addAll(of(sheet, section, share));
            double part = (i + 1.0) / sections.size();
            link.tasks().show(() -> progress.set(part));
        }
        low.sort(Comparator.comparingInt(Low::percent)
                .thenComparing(it -> it.student().number()));
        return low;
    }

    /// Those of one class who are below a share.
    static List<Low> of(ClassSheet sheet, Section section, int share) {
        return sheet.rows().stream()
                .filter(row -> row.percent() != null && row.percent() < share)
                .map(row -> new Low(
                        row.student(),
                        section,
                        row.percent() == null ? 0 : row.percent(),
                        row.totals().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()))
                .toList();
    }

    /// Ends the looking; what was found by then is shown.
    public void stop() {
        stopped.set(true);
    }

    Typed<Integer> below() {
        return below;
    }

    /// The lowest first.
    public ObservableList<Low> found() {
        return found;
    }

    /// 0 to 1.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the sections were looked through once.
    public ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }
}
