package org.seatside.service.attendance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.StudentId;

/// What a student earned of what could be earned.
///
/// @param points in per cent of a meeting, over all
/// @param meetings that count, at least 1
public record EarnedShare(int points, int meetings) {
    /// Those with any meeting that counts.
    ///
    /// @param marks that staff saved, see [RecordStore#marks]
    public static Map<StudentId, EarnedShare> of(List<RecordStore.Earned> earned, List<StatusMark> marks) {
        Marks known = new Marks(marks);
        Map<StudentId, EarnedShare> shares = new LinkedHashMap<>();
        for (RecordStore.Earned it : earned) {
            StatusMark mark = known.of(it.status(), it.mark());
            if (mark != null && mark.counted()) {
                shares.merge(
                        it.student(),
                        new EarnedShare(mark.points() * it.count(), it.count()),
                        (one, other) -> new EarnedShare(one.points + other.points, one.meetings + other.meetings));
            }
        }
        return shares;
    }

    public int percent() {
        return (int) Math.round((double) points / meetings);
    }
}
