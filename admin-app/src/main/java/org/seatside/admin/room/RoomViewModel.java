package org.seatside.admin.room;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.print.RoomCodePdf;
import org.seatside.admin.print.RoomText;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.fx.Messages;
import org.seatside.model.roster.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One room: print its code.
public final class RoomViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RoomViewModel.class);

    private final NodeLink link;
    private final Room room;
    private final RoomCodePdf pdf;
    private final Messages messages;
    private final String campus;
    private final boolean korean;
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param korean whether Korean can be printed
    public RoomViewModel(NodeLink link, Room room, RoomCodePdf pdf, Messages messages, String campus, boolean korean) {
        this.link = link;
        this.room = room;
        this.pdf = pdf;
        this.messages = messages;
        this.campus = campus;
        this.korean = korean;
    }

    /// Fetches the room's code and prints it into a file. The file is whole or not there.
    public void print(Path file) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        Locale language = korean ? messages.language().get() : Locale.ENGLISH;
        link.tasks()
                .create(() -> write(language, file))
                .onSuccess(left -> {
                    saved.set(file);
                    notice.set(
                            left.isEmpty()
                                    ? Notice.done("room.printed", String.valueOf(file.getFileName()))
                                    : Notice.care("room.printedWithout", String.join(", ", left)));
                })
                .onError(NodeException.class, failure -> notice.set(Notice.of(failure)))
                .onError(IOException.class, e -> {
                    LOG.warn("A room code could not be written", e);
                    notice.set(Notice.failed("room.notPrinted", String.valueOf(file.getParent())));
                })
                .andFinally(() -> busy.set(false))
                .start();
    }

    private List<String> write(Locale language, Path file) throws NodeException, IOException {
        RoomText text = new RoomText(
                link.client().roomCode(room.id()).text(),
                messages.in(language, "print.room.title"),
                room.name(),
                Stream.of(room.building(), room.floor())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" · ")),
                messages.in(language, "print.room.use"),
                campus);
        Path whole = file.toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), ".room", ".pdf");
        try {
            List<String> left;
            try (OutputStream out = Files.newOutputStream(part)) {
                left = pdf.write(text, language, out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return left;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public Room room() {
        return room;
    }

    /// The file printed last; null where none.
    public ReadOnlyObjectProperty<@Nullable Path> saved() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
