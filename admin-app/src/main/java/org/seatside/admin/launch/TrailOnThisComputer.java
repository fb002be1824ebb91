package org.seatside.admin.launch;

import java.io.IOException;
import java.nio.file.Path;
import org.seatside.admin.administration.TrailVerifier;
import org.seatside.server.TrailFiles;
import org.seatside.service.trail.Verdict;

/// Verifies an exported audit trail as `./seatside verify` does.
final class TrailOnThisComputer implements TrailVerifier {
    @Override
    public Finding verify(Path trail) throws IOException {
        return switch (TrailFiles.check(trail, null)) {
            case Verdict.Intact(long first, long last, long sealed) -> new Finding.Whole(first, last, sealed);
            case Verdict.Broken(Verdict.Fault fault, long from, long to) ->
                new Finding.Broken(Fault.valueOf(fault.name()), from, to);
        };
    }
}
