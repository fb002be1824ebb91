package org.seatside.admin.timetable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.entry.Unreadable;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.client.RecordCalls;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.CommandId;

/// The marks a campus gives for attendance, and what each is worth.
public final class MarksViewModel {
    private static final int ALL = 100;

    private final NodeLink link;
    private final RecordCalls calls;
    private final EntryList<StatusMark> list;

    public MarksViewModel(NodeLink link) {
        this.link = link;
        this.calls = link.client().records();
        this.list = new EntryList<>(link, calls::marks, it -> it.code() + " " + it.name(), new Removal());
    }

    /// @param mark null for a new one
    EntryForm<StatusMark> form(@Nullable StatusMark mark, Runnable close) {
        Typed<String> code = new Typed<>("mark.code", "mark.code.hint", Typed.Shape.LINE, MarksViewModel::code);
        Typed<String> name = Typed.needed("mark.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        Picked<AttendanceStatus> kind = new Picked<>(
                "mark.kind",
                "mark.kind.hint",
                null,
                Arrays.stream(AttendanceStatus.values())
                        .filter(it -> it != AttendanceStatus.VOID)
                        .toList(),
                (it, messages) -> messages.now(Marks.ofStatus(it).key()));
        Typed<Integer> points =
                Typed.whole("mark.points", "mark.points.hint", 0, ALL).with(ALL);
        Switched counted = new Switched("mark.counted", "mark.counted.hint").with(true);
        if (mark != null) {
            code.with(mark.code());
            name.with(mark.name());
            english.with(mark.nameEn());
            kind.with(mark.kind());
            points.with(mark.points());
            counted.with(mark.counted());
        }
        return new EntryForm<>(
                link,
                mark == null
                        ? List.of(code, name, english, kind, points, counted)
                        : List.of(name, english, kind, points, counted),
                () -> new StatusMark(
                        code.value(),
                        name.value(),
                        english.value(),
                        kind.one(),
                        points.value(),
                        counted.on().get()),
                calls::saveMark,
                it -> {
                    list.changed(Notice.done("catalogue.saved", it.name()));
                    close.run();
                });
    }

    private static String code(String typed) throws Unreadable {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9_]{1,20}")) {
            throw new Unreadable(Notice.failed("mark.code.malformed"));
        }
        return code;
    }

    public EntryList<StatusMark> list() {
        return list;
    }

    private final class Removal implements EntryList.Deletion<StatusMark> {
        @Override
        public String name(StatusMark mark) {
            return mark.name();
        }

        @Override
        public Map<Topic, Long> dependents(StatusMark mark) {
            return Map.of();
        }

        @Override
        public void delete(StatusMark mark, CommandId id) throws NodeException {
            calls.deleteMark(mark.code(), id);
        }
    }
}
