package org.seatside.service.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.service.RefusedException;

/// The marks of a campus: those it saved, and for kinds it said nothing of the usual ones.
final class Marks {
    private final Map<String, StatusMark> byCode = new LinkedHashMap<>();

    Marks(List<StatusMark> saved) {
        StatusMark.DEFAULTS.forEach(mark -> byCode.put(mark.code(), mark));
        saved.forEach(mark -> byCode.put(mark.code(), mark));
    }

    /// By kind, the kind's own first.
    List<StatusMark> all() {
        List<StatusMark> all = new ArrayList<>(byCode.values());
        all.sort(Comparator.comparing(StatusMark::kind)
                .thenComparing(mark -> !mark.code().equals(mark.kind().name()))
                .thenComparing(StatusMark::code));
        return all;
    }

    /// The code under which a record stands in a sheet. That of a mark which is gone is its kind's.
    String code(Attendance attendance) {
        String mark = attendance.mark();
        return mark != null && byCode.containsKey(mark)
                ? mark
                : attendance.status().name();
    }

    /// Null for what is on record as if it were not.
    @Nullable
    StatusMark of(AttendanceStatus status, @Nullable String mark) {
        StatusMark own = mark == null ? null : byCode.get(mark);
        return own == null ? byCode.get(status.name()) : own;
    }

    /// Null for what is on record as if it were not.
    @Nullable
    StatusMark of(Attendance attendance) {
        return byCode.get(code(attendance));
    }

    /// @throws RefusedException where there is no such mark, or it is of another kind
    void check(AttendanceStatus status, @Nullable String code) {
        StatusMark mark = code == null ? null : byCode.get(code);
        if (code != null && (mark == null || mark.kind() != status)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "mark-unknown", "There is no such mark of this status.");
        }
    }
}
