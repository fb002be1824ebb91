package org.seatside.admin.room;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;
import org.seatside.fx.TaskRunner;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;

/// A photo in which no tag was found by itself: the person marks where it is, and each mark is read at once. Used
/// on the JavaFX thread.
public final class TagCropViewModel {
    /// Wait after a change before the marked part is read.
    static final Duration PAUSE = Duration.ofMillis(200);

    private final TaskRunner tasks;
    private final BufferedImage picture;
    private final Luminance photo;
    private final Consumer<String> found;
    private final ReadOnlyObjectWrapper<TagArea> area = new ReadOnlyObjectWrapper<>(TagArea.MIDDLE);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private TaskRunner.@Nullable Scheduled soon;
    private int turn;

    /// @param picture as it is shown
    /// @param photo the same as it is read
    /// @param found gets the text of the tag, once
    TagCropViewModel(TaskRunner tasks, BufferedImage picture, Luminance photo, Consumer<String> found) {
        this.tasks = tasks;
        this.picture = picture;
        this.photo = photo;
        this.found = found;
    }

    /// Marks another part, which is read after a moment in which it stays as it is.
    void mark(TagArea now) {
        if (now.equals(area.get())) {
            return;
        }
        area.set(now);
        TaskRunner.Scheduled pending = soon;
        if (pending != null) {
            pending.cancel();
        }
        soon = tasks.after(PAUSE, this::read);
    }

    private void read() {
        int mine = ++turn;
        TagArea marked = area.get();
        reading.set(true);
        tasks.create(() -> TagTexts.tag(new QrReader().read(part(photo, marked), Effort.STILL)))
                .onSuccess(tag -> {
                    if (mine == turn) {
                        show(tag);
                    }
                })
                .andFinally(() -> reading.set(mine != turn))
                .start();
    }

    private void show(Optional<String> tag) {
        tag.ifPresentOrElse(found, () -> notice.set(Notice.news("tag.crop.none")));
    }

    /// A part of a picture as a picture of its own.
    static Luminance part(Luminance photo, TagArea area) {
        int left = (int) (area.x() * photo.width());
        int top = (int) (area.y() * photo.height());
        int width = Math.max(1, Math.min(photo.width() - left, (int) Math.ceil(area.width() * photo.width())));
        int height = Math.max(1, Math.min(photo.height() - top, (int) Math.ceil(area.height() * photo.height())));
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(photo.pixels(), (top + y) * photo.stride() + left, pixels, y * width, width);
        }
        return Luminance.of(pixels, width, height);
    }

    BufferedImage picture() {
        return picture;
    }

    /// The part that is marked.
    public ReadOnlyObjectProperty<TagArea> area() {
        return area.getReadOnlyProperty();
    }

    /// What came of the last part that was read; null before the first.
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }
}
