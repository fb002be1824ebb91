package org.seatside.admin.attendance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.UpstreamState;

/// Which check-ins of the log are shown.
///
/// @param days back from now; 0 for all there are
/// @param kinds any of them; none for all
record LogFilter(int days, Set<Kind> kinds) {
    static final LogFilter TODAY = new LogFilter(1, Set.of());

    LogFilter {
        kinds = Set.copyOf(kinds);
    }

    boolean accepts(CheckInEvent event) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.accepts(event));
    }

    /// What the node can look for itself, of what is asked: everything that this accepts, and maybe more.
    ExportFilter atNode() {
        return withOutcome(kinds.size() == 1 ? kinds.iterator().next().outcome() : null);
    }

    /// The one kind of outcome that is shown, where it is one that an export can be of; null else.
    @Nullable
    Kind only() {
        Kind one = kinds.size() == 1 ? kinds.iterator().next() : null;
        return one != null && one.outcome() != null ? one : null;
    }

    private static ExportFilter withOutcome(@Nullable String outcome) {
        return new ExportFilter(null, null, null, null, null, null, outcome, null);
    }

    /// As it is remembered: `7:LATE,REFUSED`.
    String text() {
        return days + ":" + kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /// Empty for what is no filter.
    static Optional<LogFilter> of(String text) {
        if (!text.matches("[0-9]{1,4}:[A-Z_,]*")) {
            return Optional.empty();
        }
        String[] parts = text.split(":", -1);
        Set<String> names = Set.copyOf(Arrays.asList(parts[1].split(",", -1)));
        Set<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> names.contains(kind.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        return Optional.of(new LogFilter(Integer.parseInt(parts[0]), kinds));
    }

    /// What can be asked of a check-in.
    enum Kind {
        PRESENT("outcome.present"),
        LATE("outcome.late"),
        ALREADY("outcome.already"),
        REFUSED("outcome.refused"),
        UNSURE("log.unsure"),
        UPSTREAM("log.upstream");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        /// The outcome it is, as the node calls it; null where it is several, or none.
        @Nullable
        String outcome() {
            return switch (this) {
                case PRESENT -> "Present";
                case LATE -> "Late";
                case ALREADY -> "AlreadyRecorded";
                case REFUSED, UNSURE, UPSTREAM -> null;
            };
        }

        boolean accepts(CheckInEvent event) {
            String outcome = event.outcome();
            return switch (this) {
                case PRESENT -> outcome.equals("Present");
                case LATE -> outcome.equals("Late");
                case ALREADY -> outcome.equals("AlreadyRecorded");
                case REFUSED -> !PRESENT.accepts(event) && !LATE.accepts(event) && !ALREADY.accepts(event);
                case UNSURE -> event.provisional();
                case UPSTREAM ->
                    event.upstream() == UpstreamState.REJECTED || event.upstream() == UpstreamState.UNKNOWN;
            };
        }
    }
}
