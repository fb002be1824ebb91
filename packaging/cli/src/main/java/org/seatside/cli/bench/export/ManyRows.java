package org.seatside.cli.bench.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.storage.H2Stores;
import org.seatside.storage.H2ViewHome;

/// A view of a campus with many check-ins, made by the same commands that a node applies. Stays in its folder
/// for the next measurement.
final class ManyRows implements AutoCloseable {
    private final H2ViewHome home;
    private final View view;

    private ManyRows(H2ViewHome home, View view) {
        this.home = home;
        this.view = view;
    }

    /// Opens what is in the folder, or makes it.
    ///
    /// @param progress told the check-ins made so far
    static ManyRows in(Path folder, long checkIns, LongConsumer progress) throws IOException {
        H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
        Optional<View> made = home.openClean();
        if (made.isPresent()) {
            return new ManyRows(home, made.get());
        }
        View view = home.openEmpty();
        new CampusRows(entry -> view.apply(new LogPosition(1, view.position().index() + 1), entry))
                .make(checkIns, progress);
        return new ManyRows(home, view);
    }

    H2Stores stores() {
        return home.stores();
    }

    @Override
    public void close() {
        view.close();
        home.close();
    }
}
