package org.seatside.admin.room;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.camera.SourceState;
import org.seatside.fx.TaskRunner;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;
import org.seatside.qr.image.ImageFiles;
import org.seatside.qr.image.UnreadableImageException;

/// Reads a room tag, live from the camera or from a photo.
public final class TagScanViewModel implements AutoCloseable {
    private static final int SHOWN_WIDTH = 1280;
    private static final Duration WAIT = Duration.ofMillis(500);

    private final TaskRunner tasks;
    private final Supplier<FrameSource> cameras;
    private final Consumer<String> found;
    private final AtomicInteger turn = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable TagCropViewModel> crop = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper scanning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

    /// @param found gets the text of the tag, once for each scan
    public TagScanViewModel(TaskRunner tasks, Supplier<FrameSource> cameras, Consumer<String> found) {
        this.tasks = tasks;
        this.cameras = cameras;
        this.found = found;
    }

    /// Opens the camera and looks until a tag is read or [#stop] is called.
    public void scan() {
        if (scanning.get()) {
            return;
        }
        scanning.set(true);
        notice.set(Notice.news("tag.camera.starting"));
        int mine = turn.incrementAndGet();
        tasks.create(() -> look(mine))
                .onSuccess(code -> code.filter(_ -> turn.get() == mine).ifPresent(this::read))
                .onError(InterruptedException.class, _ -> stopped(mine))
                .andFinally(() -> stopped(mine))
                .start();
    }

    public void stop() {
        turn.incrementAndGet();
        scanning.set(false);
        frame.set(null);
        crop.set(null);
        notice.set(null);
    }

    private void stopped(int mine) {
        if (turn.get() == mine) {
            scanning.set(false);
            frame.set(null);
        }
    }

    private Optional<String> look(int mine) throws InterruptedException {
        QrReader reader = new QrReader();
        try (FrameSource source = cameras.get()) {
            source.onState(state -> CameraWords.of(state)
                    .ifPresent(words -> tasks.show(() -> {
                        if (turn.get() == mine) {
                            notice.set(words);
                        }
                    })));
            source.start();
            long seen = -1;
            while (turn.get() == mine) {
                Optional<Frame> next = source.awaitNewer(seen, WAIT);
                if (next.isEmpty() && source.state() instanceof SourceState.Failed) {
                    return Optional.empty();
                }
                if (next.isPresent()) {
                    Frame picture = next.get();
                    seen = picture.sequence();
                    show(mine, picture);
                    Optional<String> tag = TagTexts.tag(
                            reader.read(Luminance.of(picture.luminance(), picture.width(), picture.height())));
                    if (tag.isPresent()) {
                        return tag;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private void show(int mine, Frame picture) {
        tasks.show(() -> {
            if (turn.get() == mine) {
                frame.set(picture);
            }
        });
    }

    /// Reads the tag in a photo. Where none is found, the person can mark where it is.
    public void photo(Path file) {
        stop();
        reading.set(true);
        tasks.create(() -> look(file))
                .onSuccess(this::show)
                .onError(UnreadableImageException.class, _ -> notice.set(Notice.failed("tag.photo.unreadable")))
                .onError(NoSuchFileException.class, _ -> notice.set(Notice.failed("tag.photo.gone")))
                .onError(IOException.class, _ -> notice.set(Notice.failed("tag.photo.gone")))
                .andFinally(() -> reading.set(false))
                .start();
    }

    private static Looked look(Path file) throws IOException {
        Luminance photo = ImageFiles.read(file);
        List<Reading> codes = new QrReader().read(photo, Effort.STILL);
        String tag = TagTexts.tag(codes).orElse(null);
        return tag != null
                ? new Looked(tag, true, photo, null)
                : new Looked(null, !codes.isEmpty(), photo, small(ImageFiles.decode(Files.readAllBytes(file))));
    }

    /// No wider than a screen: it is only looked at.
    private static BufferedImage small(BufferedImage photo) {
        double scale = Math.min(1, (double) SHOWN_WIDTH / photo.getWidth());
        int width = Math.max(1, (int) (photo.getWidth() * scale));
        int height = Math.max(1, (int) (photo.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(photo, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private void show(Looked looked) {
        if (looked.tag() != null) {
            read(looked.tag());
        } else if (looked.shown() != null) {
            notice.set(Notice.failed(looked.other() ? "tag.photo.otherCode" : "tag.photo.noCode"));
            crop.set(new TagCropViewModel(tasks, looked.shown(), looked.photo(), this::read));
        }
    }

    private void read(String code) {
        notice.set(null);
        crop.set(null);
        found.accept(code);
    }

    /// The camera's newest picture, in colour already; null where none.
    public ReadOnlyObjectProperty<@Nullable Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /// A photo whose tag the person has to mark; null while there is none.
    public ReadOnlyObjectProperty<@Nullable TagCropViewModel> crop() {
        return crop.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Whether the camera is on.
    public ReadOnlyBooleanProperty scanning() {
        return scanning.getReadOnlyProperty();
    }

    /// Whether a photo is being read.
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    @Override
    public void close() {
        stop();
    }

    /// What a photo came to.
    ///
    /// @param tag null where none was found
    /// @param other whether it shows some code
    /// @param shown to mark the tag in; null where it was read
    private record Looked(
            @Nullable String tag,
            boolean other,
            Luminance photo,
            @Nullable BufferedImage shown) {}
}
