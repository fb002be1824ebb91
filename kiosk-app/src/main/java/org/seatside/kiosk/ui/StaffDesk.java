package org.seatside.kiosk.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.seatside.model.id.CheckInId;

/// What staff can look at and set on the kiosk itself. On the JavaFX thread; nothing here blocks.
public interface StaffDesk {
    /// A check-in that a node refused for good.
    ///
    /// @param at when the student was there
    /// @param code why, as the node named it
    record DeadLetter(CheckInId id, Instant at, String code) {}

    /// Oldest first.
    List<DeadLetter> deadLetters();

    /// Makes a dead letter wait again.
    ///
    /// @param done called on the JavaFX thread once it does
    void sendAgain(CheckInId id, Runnable done);

    /// Check-ins that wait to be sent.
    int waiting();

    /// Node clock minus kiosk clock in milliseconds; empty where not measured.
    OptionalLong clockOffset();

    /// How staff want the camera's picture shown; empty where they said nothing.
    Optional<CameraLook> look();

    /// From now on, after the next start too.
    void keep(CameraLook look);

    /// The name of the camera that is used from the next start on; blank for the first there is.
    String camera();

    /// Looks which cameras there are and takes the next one from the next start on. The picture pauses
    /// meanwhile.
    ///
    /// @param done called on the JavaFX thread, also where none was found
    void nextCamera(Runnable done);

    /// Ends the program; whoever watches over it starts it again.
    void exit();
}
