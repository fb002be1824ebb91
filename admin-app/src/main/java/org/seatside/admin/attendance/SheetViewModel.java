package org.seatside.admin.attendance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.ReasonViewModel;
import org.seatside.admin.ui.UndoViewModel;
import org.seatside.client.NodeException;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.MeetingId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;

/// The sheet of a class, edited like a spreadsheet: what is typed stays here until it is saved, with one reason
/// for all of it. Where somebody else was first, both are shown and the person decides.
public final class SheetViewModel {
    private final NodeLink link;
    private final UndoViewModel undo;
    private final InstantSource clock;
    private final ReasonViewModel reason = new ReasonViewModel();
    private final ObservableList<Section> sections = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Section> section = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ClassSheet> sheet = new ReadOnlyObjectWrapper<>(null);
    private final ObservableMap<CellKey, Edit> edits = FXCollections.observableHashMap();
    private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
    private final Deque<Map<CellKey, Edit>> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Map<CellKey, ClassSheet.Cell> cells = new HashMap<>();
    private @Nullable SheetSaving saving;
    private int turn;

    public SheetViewModel(NodeLink link, UndoViewModel undo, InstantSource clock) {
        this.link = link;
        this.undo = undo;
        this.clock = clock;
        section.addListener((_, _, now) -> {
            edits.clear();
            conflicts.clear();
            before.clear();
            sheet.set(null);
            if (now != null) {
                load();
            }
        });
        link.onHealed(() -> {
            if (notice.get() != null) {
                load();
            }
        });
    }

    /// Reads which classes there are.
    public void loadSections() {
        link.ask(
                this::allSections,
                found -> {
                    if (!found.equals(sections)) {
                        sections.setAll(found);
                    }
                },
                failure -> notice.set(Notice.of(failure)),
                () -> {});
        if (section.get() != null && edits.isEmpty()) {
            load();
        }
    }

    private List<Section> allSections() throws NodeException {
        List<Section> found = new ArrayList<>();
        Page<Section> page = link.client().sections(null);
        found.addAll(page.items());
        while (page.next() != null) {
            page = link.client().sections(page.next());
            found.addAll(page.items());
        }
        return found;
    }

    /// Reads the sheet; what was typed and not saved stays.
    public void load() {
        Section wanted = section.get();
        if (wanted == null) {
            return;
        }
        int asked = ++turn;
        busy.set(true);
        link.ask(
                () -> link.client().records().sheet(wanted.id(), null, null),
                found -> {
                    if (asked == turn) {
                        forgetFailure();
                        take(found);
                    }
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(asked != turn));
    }

    private void forgetFailure() {
        Notice said = notice.get();
        if (said != null && said.tone() == Notice.Tone.FAILED) {
            notice.set(null);
        }
    }

    private void take(ClassSheet found) {
        cells.clear();
        for (ClassSheet.Row row : found.rows()) {
            for (int i = 0; i < found.meetings().size(); i++) {
                ClassSheet.Cell cell = row.cells().get(i);
                if (cell != null) {
                    cells.put(
                            new CellKey(
                                    row.student().id(), found.meetings().get(i).id()),
                            cell);
                }
            }
        }
        reconcile();
        sheet.set(found);
    }

    /// Drops what is on record by now, and sets apart what somebody else changed.
    private void reconcile() {
        conflicts.clear();
        for (Edit edit : List.copyOf(edits.values())) {
            ClassSheet.Cell now = cells.get(edit.key());
            if (now != null && now.code().equals(edit.mark().code())) {
                edits.remove(edit.key());
            } else if (!Objects.equals(revision(now), revision(edit.seen()))) {
                edits.remove(edit.key());
                conflicts.add(new Conflict(edit, now));
            }
        }
    }

    private static @Nullable Integer revision(ClassSheet.@Nullable Cell cell) {
        return cell == null ? null : cell.revision();
    }

    /// Types a mark into cells; one step for [#undoEdit].
    public void mark(Collection<CellKey> keys, StatusMark mark) {
        if (keys.isEmpty()) {
            return;
        }
        before.push(Map.copyOf(edits));
        for (CellKey key : keys) {
            ClassSheet.Cell seen = cells.get(key);
            if (seen != null && seen.code().equals(mark.code())) {
                edits.remove(key);
            } else {
                edits.put(key, new Edit(key, mark, seen));
            }
        }
    }

    /// Types the mark of absence for everybody of whom a meeting that is over has nothing on record.
    public void markMissing(Meeting meeting) {
        ClassSheet now = sheet.get();
        Optional<StatusMark> absent =
                marks().stream().filter(mark -> mark.code().equals("ABSENT")).findFirst();
        if (now != null && absent.isPresent() && isOver(meeting)) {
            mark(
                    now.rows().stream()
                            .map(row -> new CellKey(row.student().id(), meeting.id()))
                            .filter(key -> !cells.containsKey(key) && !edits.containsKey(key))
                            .toList(),
                    absent.get());
        }
    }

    /// Whether nobody can check in to it any more.
    public boolean isOver(Meeting meeting) {
        Instant now = clock.instant();
        return meeting.closesAt().isBefore(now);
    }

    /// Forgets what was typed into cells.
    public void clear(Collection<CellKey> keys) {
        if (keys.stream().anyMatch(edits::containsKey)) {
            before.push(Map.copyOf(edits));
            keys.forEach(edits::remove);
        }
    }

    /// Takes back what was typed last.
    public void undoEdit() {
        Map<CellKey, Edit> last = before.poll();
        if (last != null) {
            edits.keySet().retainAll(last.keySet());
            edits.putAll(last);
        }
    }

    /// Keeps what was typed here; it is saved with the rest.
    public void takeMine(Conflict conflict) {
        conflicts.remove(conflict);
        Edit mine = conflict.mine();
        edits.put(mine.key(), new Edit(mine.key(), mine.mark(), conflict.now()));
    }

    /// Leaves what is on record.
    public void takeTheirs(Conflict conflict) {
        conflicts.remove(conflict);
    }

    /// Asks once why, then saves all that was typed.
    public void save() {
        if (edits.isEmpty() || busy.get()) {
            return;
        }
        reason.ask(Notice.news("sheet.save.ask", edits.size()), "sheet.save.go", this::save);
    }

    private void save(String why) {
        List<Edit> wanted = List.copyOf(edits.values());
        SheetSaving last = saving;
        SheetSaving sending =
                last != null && last.isFor(why, wanted) ? last : new SheetSaving(link.client(), why, wanted, starts());
        saving = sending;
        busy.set(true);
        link.ask(
                sending::send,
                done -> {
                    saving = null;
                    before.clear();
                    wanted.forEach(edit -> edits.remove(edit.key(), edit));
                    undo.offer(Notice.done("sheet.saved", wanted.size()), () -> takeBack(done));
                    load();
                },
                failure -> {
                    if (failure.kind() == NodeException.Kind.CONFLICT) {
                        saving = null;
                        load();
                    }
                    notice.set(Notice.of(failure));
                },
                () -> busy.set(false));
    }

    private Map<MeetingId, Instant> starts() {
        ClassSheet now = sheet.get();
        Instant moment = clock.instant();
        return now == null
                ? Map.of()
                : now.meetings().stream()
                        .filter(meeting -> meeting.startsAt().isBefore(moment))
                        .collect(Collectors.toUnmodifiableMap(Meeting::id, Meeting::startsAt));
    }

    private void takeBack(SheetSaving.Done done) {
        link.tell(
                () -> done.takeBack(link.client()),
                () -> {
                    notice.set(Notice.done("sheet.tookBack"));
                    load();
                },
                failure -> {
                    notice.set(Notice.of(failure));
                    load();
                },
                () -> {});
    }

    /// The marks that can be typed, in the campus's order.
    public List<StatusMark> marks() {
        ClassSheet now = sheet.get();
        return now == null ? List.of() : now.marks();
    }

    /// What a cell is called in the campus's words.
    public Optional<StatusMark> markOf(ClassSheet.Cell cell) {
        return marks().stream().filter(mark -> mark.code().equals(cell.code())).findFirst();
    }

    public Optional<ClassSheet.Cell> cell(CellKey key) {
        return Optional.ofNullable(cells.get(key));
    }

    public ReasonViewModel reason() {
        return reason;
    }

    public ObservableList<Section> sections() {
        return sections;
    }

    /// The class shown; null for none.
    public ObjectProperty<@Nullable Section> section() {
        return section;
    }

    public ReadOnlyObjectProperty<@Nullable ClassSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /// What was typed and not saved.
    public ObservableMap<CellKey, Edit> edits() {
        return edits;
    }

    public ObservableList<Conflict> conflicts() {
        return conflicts;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
