package org.seatside.kiosk.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.seatside.camera.FrameSource;
import org.seatside.camera.WebcamFrameSource;
import org.seatside.client.outbox.OutboxException;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.ui.CameraLook;
import org.seatside.kiosk.ui.StaffDesk;
import org.seatside.model.id.CheckInId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk's insides as staff see them.
final class StaffPanel implements StaffDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StaffPanel.class);
    private static final String CHOSEN = "camera.txt";
    private static final String LOOK = "camera-look.txt";
    private static final int LISTING_SECONDS = 5;

    private final TaskRunner tasks;
    private final Supplier<Optional<Duty>> duty;
    private final FrameSource camera;
    private final Path folder;
    private final Runnable exit;
    private String chosen;

    /// @param folder where the choice of a camera is kept
    /// @param exit ends the program
    StaffPanel(TaskRunner tasks, Supplier<Optional<Duty>> duty, FrameSource camera, Path folder, Runnable exit) {
        this.tasks = tasks;
        this.duty = duty;
        this.camera = camera;
        this.folder = folder;
        this.exit = exit;
        chosen = chosenCamera(folder).orElse("");
    }

    /// The camera that staff chose on the kiosk; empty where they did not.
    static Optional<String> chosenCamera(Path folder) {
        return kept(folder.resolve(CHOSEN));
    }

    private static Optional<String> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("What staff chose cannot be read from {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void keep(String name, String text) {
        tasks.create(() -> Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8))
                .onSuccess(file -> LOG.info("Staff's choice is kept in {}", file))
                .onError(IOException.class, e -> LOG.error("Staff's choice cannot be kept: {}", e.getMessage()))
                .start();
    }

    @Override
    public Optional<CameraLook> look() {
        return kept(folder.resolve(LOOK)).flatMap(CameraLook::parse);
    }

    @Override
    public void keep(CameraLook look) {
        keep(LOOK, look.text());
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return duty.get()
                .map(open -> open.outbox().refused().stream()
                        .map(refusal -> new DeadLetter(
                                refusal.checkIn().id(), refusal.checkIn().time().wall(), refusal.code()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void sendAgain(CheckInId id, Runnable done) {
        duty.get()
                .ifPresent(open -> tasks.create(() -> open.outbox().sendAgain(id))
                        .onSuccess(again -> LOG.info("Check-in {} waits again: {}", id, again))
                        .onError(
                                OutboxException.class,
                                e -> LOG.error("Check-in {} could not be made to wait again", id, e))
                        .andFinally(done)
                        .start());
    }

    @Override
    public int waiting() {
        return duty.get().map(open -> open.outbox().waiting()).orElse(0);
    }

    @Override
    public OptionalLong clockOffset() {
        Long offset = duty.get().map(open -> open.link().now().offsetMillis()).orElse(null);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    @Override
    public String camera() {
        return chosen;
    }

    @Override
    public void nextCamera(Runnable done) {
        tasks.create(this::cameras)
                .onSuccess(names -> {
                    if (!names.isEmpty()) {
                        choose(names.get((names.indexOf(chosen) + 1) % names.size()));
                    }
                })
                .onError(TimeoutException.class, _ -> LOG.warn("Cameras do not answer within {} s", LISTING_SECONDS))
                .andFinally(done)
                .start();
    }

    /// The library crashes where two use it, and may hang where a device does: the camera pauses, and nobody
    /// waits for ever.
    private List<String> cameras() throws InterruptedException, ExecutionException, TimeoutException {
        camera.stop();
        try {
            FutureTask<List<String>> listing = new FutureTask<>(WebcamFrameSource::cameras);
            Thread.ofPlatform().daemon().name("camera-list").start(listing);
            return listing.get(LISTING_SECONDS, TimeUnit.SECONDS);
        } finally {
            camera.start();
        }
    }

    private void choose(String name) {
        chosen = name;
        keep(CHOSEN, name);
    }

    @Override
    public void exit() {
        LOG.info("Staff end the program");
        exit.run();
    }
}
