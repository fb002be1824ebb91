package org.seatside.cli.demo;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.attendance.UpstreamState;

/// Says what came of each code, for people or as JSON lines. One thread at a time.
final class DemoReport {
    private final PrintWriter out;
    private final boolean asJson;
    private final Json json = new Json();

    DemoReport(PrintWriter out, boolean asJson) {
        this.out = out;
        this.asJson = asJson;
    }

    /// One code held to the camera.
    ///
    /// @param frame what was in view
    /// @param outcome null where the kiosk saw nothing in time
    /// @param ms from the frame's arrival to the outcome on the screen
    /// @param upstream null where nothing was to be passed on
    record Line(
            String frame,
            @Nullable String outcome,
            @Nullable String student,
            @Nullable String room,
            @Nullable String meeting,
            @Nullable Long ms,
            @Nullable UpstreamState upstream) {
        static Line of(String frame, Outcome outcome, long millis, @Nullable UpstreamState upstream) {
            MaskedStudent student = student(outcome);
            Place place = place(outcome);
            return new Line(
                    frame,
                    outcome.kind(),
                    student == null ? null : student.name(),
                    place == null ? null : place.roomName(),
                    place == null ? null : place.meeting(),
                    millis,
                    upstream);
        }

        static Line unseen(String frame) {
            return new Line(frame, null, null, null, null, null, null);
        }

        private static @Nullable MaskedStudent student(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Present it -> it.student();
                case Outcome.Late it -> it.student();
                case Outcome.AlreadyRecorded it -> it.student();
                case Outcome.NotEnrolled it -> it.student();
                case Outcome.TooEarly it -> it.student();
                case Outcome.Closed it -> it.student();
                default -> null;
            };
        }

        private static @Nullable Place place(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Present it -> it.place();
                case Outcome.Late it -> it.place();
                case Outcome.AlreadyRecorded it -> it.place();
                case Outcome.RecordedOffline it -> it.place();
                case Outcome.NotEnrolled it -> it.place();
                case Outcome.NoMeetingNow it -> it.place();
                case Outcome.TooEarly it -> it.place();
                case Outcome.Closed it -> it.place();
                case Outcome.StudentNeeded it -> it.place();
                default -> null;
            };
        }
    }

    /// The last line.
    ///
    /// @param codes held to the camera
    /// @param asExpected of those with the outcome they should have
    /// @param recorded new records
    /// @param upstream calls the sample upstream heard, and heard rightly
    /// @param firstMs from the start of the program to the first outcome on the screen; null without one
    record Totals(
            int codes,
            int asExpected,
            int recorded,
            int upstream,
            @Nullable Long firstMs) {}

    void say(String text) {
        if (!asJson) {
            out.println(text);
            out.flush();
        }
    }

    void line(Line line) {
        print(
                line,
                "%-20s %-16s %-8s %-6s %6s ms  %s"
                        .formatted(
                                line.frame(),
                                line.outcome() == null ? "nothing read" : line.outcome(),
                                blank(line.student()),
                                blank(line.room()),
                                blank(line.ms()),
                                blank(line.upstream())));
    }

    void totals(Totals totals) {
        print(
                totals,
                "%d codes, %d as expected, %d recorded, %d reached the upstream, first after %s ms"
                        .formatted(
                                totals.codes(),
                                totals.asExpected(),
                                totals.recorded(),
                                totals.upstream(),
                                blank(totals.firstMs())));
    }

    private void print(Object value, String text) {
        out.println(asJson ? new String(json.write(value), StandardCharsets.UTF_8) : text);
        out.flush();
    }

    private static String blank(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
