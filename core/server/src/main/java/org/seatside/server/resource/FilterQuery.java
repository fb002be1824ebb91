package org.seatside.server.resource;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.RefusedException;

/// The parameters that say which rows are meant, the same for a log and for an export of it.
public class FilterQuery {
    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("until")
    private @Nullable String until;

    @QueryParam("student")
    private @Nullable String student;

    @QueryParam("section")
    private @Nullable String section;

    @QueryParam("room")
    private @Nullable String room;

    @QueryParam("kiosk")
    private @Nullable String kiosk;

    @QueryParam("outcome")
    private @Nullable String outcome;

    @QueryParam("trace")
    private @Nullable String trace;

    @QueryParam("how")
    private @Nullable String how;

    @QueryParam("upstream")
    private @Nullable String upstream;

    final ExportFilter filter() {
        return new ExportFilter(
                Requests.optionalInstant(from, "from"),
                Requests.optionalInstant(until, "until"),
                Requests.optionalId(student, "student", StudentId::of),
                Requests.optionalId(section, "section", SectionId::of),
                Requests.optionalId(room, "room", RoomId::of),
                Requests.optionalId(kiosk, "kiosk", KioskId::of),
                word(outcome),
                trace(),
                constant(how, "how", Identification.values()),
                constant(upstream, "upstream", UpstreamState.values()));
    }

    private static <T extends Enum<T>> @Nullable T constant(@Nullable String text, String name, T[] known) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> malformed("The parameter " + name + " is one of " + Arrays.toString(known) + "."));
    }

    private static @Nullable String word(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[A-Za-z]{1,40}")) {
            throw malformed("The parameter outcome is a word such as Present or NotEnrolled.");
        }
        return text;
    }

    private @Nullable String trace() {
        if (trace == null || trace.isEmpty()) {
            return null;
        }
        String digits = trace.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9A-Fa-f]{8}")) {
            throw malformed("The parameter trace is the eight digits and letters that the kiosk's screen showed.");
        }
        return digits;
    }

    static RefusedException malformed(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, "query-malformed", message);
    }
}
