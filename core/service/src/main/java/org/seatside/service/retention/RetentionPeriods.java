package org.seatside.service.retention;

import org.jspecify.annotations.Nullable;

/// How many days what is kept is kept, as the institution decides.
///
/// @param attendance records of attendance, from the day they are about; null for good
/// @param refused scans that came to nothing, 60 or more: a kiosk may send what it has again for 30 days
/// @param consents consents, from their withdrawal
/// @param audit entries of the audit trail, 730 or more: what the Korean standard of safety measures (article 8)
///     asks for where sensitive data is handled
public record RetentionPeriods(@Nullable Integer attendance, int refused, int consents, int audit) {
    public static final RetentionPeriods DEFAULT = new RetentionPeriods(null, 90, 1_095, 730);

    public RetentionPeriods {
        if (attendance != null && attendance < 30) {
            throw new IllegalArgumentException("retention.attendanceDays is 30 or more");
        }
        if (refused < 60) {
            throw new IllegalArgumentException("retention.refusedDays is 60 or more");
        }
        if (consents < 0) {
            throw new IllegalArgumentException("retention.consentDays is 0 or more");
        }
        if (audit < 730) {
            throw new IllegalArgumentException("retention.auditDays is 730 or more");
        }
    }
}
