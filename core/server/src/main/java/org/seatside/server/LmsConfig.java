package org.seatside.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.service.lms.LmsCourse;

/// Which courses of a learning management system are told what their students earned, by LTI 1.3.
///
/// @param tokenUrl where it gives tokens; https, or a loopback address; null for no such system
/// @param clientId under which this node is registered there
/// @param keyFile RSA key of this node as PKCS 8 in PEM, for nobody else to read
/// @param keyId of the key in the registered set; null where it is the only one
/// @param every default 15 minutes, a minute or more
/// @param courses default none
public record LmsConfig(
        @Nullable URI tokenUrl,
        @Nullable String clientId,
        @Nullable Path keyFile,
        @Nullable String keyId,
        Duration every,
        List<Course> courses) {
    static final LmsConfig NONE = new LmsConfig(null, null, null, null, Duration.ofMinutes(15), List.of());

    public LmsConfig {
        every = every == null ? Duration.ofMinutes(15) : every;
        courses = courses == null ? List.of() : List.copyOf(courses);
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("connectors.lms.every is a minute or more, such as 15m");
        }
        if (tokenUrl != null && (clientId == null || keyFile == null || !isSafe(tokenUrl))) {
            throw new IllegalArgumentException(
                    "connectors.lms.tokenUrl is an address with https, and clientId and keyFile go with it");
        }
    }

    /// One of its courses.
    ///
    /// @param section code of the section
    /// @param lineItem see [LmsCourse#lineItem]
    /// @param memberships see [LmsCourse#memberships]
    public record Course(
            String section, URI lineItem, @Nullable URI memberships) {
        public Course {
            if (section == null
                    || lineItem == null
                    || !isSafe(lineItem)
                    || (memberships != null && !isSafe(memberships))) {
                throw new IllegalArgumentException(
                        "connectors.lms.courses has section, lineItem and, if need be, memberships, with https");
            }
        }

        LmsCourse course() {
            return new LmsCourse(section, lineItem, memberships);
        }
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && address.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]")));
    }
}
