package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.seatside.model.id.CheckInId;

/// Keeps what staff did.
final class FakeStaffDesk implements StaffDesk {
    final List<DeadLetter> dead = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    Optional<CameraLook> look = Optional.empty();
    OptionalLong offset = OptionalLong.empty();

    @Override
    public List<DeadLetter> deadLetters() {
        return List.copyOf(dead);
    }

    @Override
    public void sendAgain(CheckInId id, Runnable after) {
        done.add("again " + id);
        dead.removeIf(letter -> letter.id().equals(id));
        after.run();
    }

    @Override
    public int waiting() {
        return 3;
    }

    @Override
    public OptionalLong clockOffset() {
        return offset;
    }

    @Override
    public Optional<CameraLook> look() {
        return look;
    }

    @Override
    public void keep(CameraLook wanted) {
        look = Optional.of(wanted);
    }

    @Override
    public String camera() {
        return "";
    }

    @Override
    public void nextCamera(Runnable after) {
        done.add("camera");
        after.run();
    }

    @Override
    public void exit() {
        done.add("exit");
    }
}
