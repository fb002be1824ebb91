package org.seatside.exchange.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// Instants as a zone's `yyyy-MM-dd HH:mm:ss`. Keeps day and offset from one to the next: rows come by time,
/// and a formatter that begins anew each time takes longer than all the rest of a row. One thread.
final class LocalTimes {
    static final int LENGTH = 19;
    private static final int DAY = 86_400;
    private static final int TIME_AT = 11;

    private final ZoneRules rules;
    private final byte[] text = new byte[LENGTH];
    private long validFrom = Long.MAX_VALUE;
    private long validUntil = Long.MIN_VALUE;
    private int offset;
    private long day = Long.MIN_VALUE;

    LocalTimes(ZoneId zone) {
        this.rules = zone.getRules();
        text[10] = ' ';
        text[13] = ':';
        text[16] = ':';
    }

    /// The text in ASCII; good until the next call. Years 0 to 9999.
    byte[] text(Instant instant) {
        long local = local(instant);
        long localDay = Math.floorDiv(local, DAY);
        if (localDay != day) {
            byte[] date =
                    LocalDate.ofEpochDay(localDay).toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            System.arraycopy(date, 0, text, 0, 10);
            day = localDay;
        }
        int second = (int) (local - localDay * DAY);
        digits(second / 3600, TIME_AT);
        digits(second / 60 % 60, TIME_AT + 3);
        digits(second % 60, TIME_AT + 6);
        return text;
    }

    /// Seconds since 1970 by the zone's clocks.
    long local(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < validFrom || second >= validUntil) {
            offset = rules.getOffset(instant).getTotalSeconds();
            validFrom = second;
            @Nullable ZoneOffsetTransition next = rules.nextTransition(instant);
            validUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        }
        return second + offset;
    }

    private void digits(int number, int at) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
