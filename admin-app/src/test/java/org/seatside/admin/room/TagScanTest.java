package org.seatside.admin.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.testing.TagPhoto;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.camera.FolderFrameSource;
import org.seatside.client.NodeClient;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.roster.Room;
import org.seatside.qr.image.ImageFiles;

class TagScanTest {
    private static final String TAG = "0123456789ABCDEF0123456789ABCDEF";

    @TempDir
    Path folder;

    private final SynchronousTasks tasks = new SynchronousTasks();
    private final List<Room> added = new ArrayList<>();
    private final List<Room> known = new ArrayList<>();
    private PlayedNode node;
    private NodeClient client;
    private NewRoomViewModel form;
    private TagScanViewModel scan;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(Clock.systemUTC());
        node.tags.put(TAG, "19C4");
        client = new NodeClient(List.of(node.uri()), new Json());
        form = new NewRoomViewModel(new NodeLink(client, tasks), added::add, known::add);
        scan = new TagScanViewModel(
                tasks, () -> new FolderFrameSource(folder, 20, FolderFrameSource.Repeat.LOOP), form::take);
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void theCameraReadsTheTagAndItsNameIsProposed() throws IOException {
        TagPhoto.write(folder.resolve("tag.png"), TAG);

        scan.scan();

        assertEquals("19C4", form.name().get());
        assertEquals(false, scan.scanning().get());
        assertNull(scan.frame().get());
    }

    @Test
    void aPhotoReadsTheTagAndABlankNameTakesTheTags() throws IOException {
        TagPhoto.write(folder.resolve("tag.png"), TAG);
        scan.photo(folder.resolve("tag.png"));
        form.name().set(" ");
        form.building().set("인문관");

        form.submit();

        assertEquals(List.of(new Room(added.getFirst().id(), "19C4", "인문관", "", "19C4")), added);
    }

    @Test
    void aTagThatIsThereAlreadyShowsItsRoom() throws IOException {
        Room there = new Room(node.ids().room(), "Hall", "", "", "19C4");
        node.rooms.add(there);
        TagPhoto.write(folder.resolve("tag.png"), TAG);

        scan.photo(folder.resolve("tag.png"));

        assertEquals(List.of(there), known);
        assertNull(form.tag().get());
    }

    @Test
    void aTagOfAnotherCampusIsSaid() throws IOException {
        TagPhoto.write(folder.resolve("tag.png"), TAG.replace('0', '7'));

        scan.photo(folder.resolve("tag.png"));

        assertEquals(Notice.failed("tag.unknown"), form.notice().get());
    }

    @Test
    void anotherCodeIsNoTag() throws IOException {
        TagPhoto.write(folder.resolve("menu.png"), "https://example.org/menu");

        scan.photo(folder.resolve("menu.png"));

        assertEquals(Notice.failed("tag.photo.otherCode"), scan.notice().get());
        assertEquals(
                TagArea.MIDDLE, Objects.requireNonNull(scan.crop().get()).area().get());
    }

    @Test
    void eachPartThatIsMarkedIsReadAtOnce() throws IOException {
        TagPhoto.write(folder.resolve("tag.png"), TAG);
        byte[] content = Files.readAllBytes(folder.resolve("tag.png"));
        TagCropViewModel crop =
                new TagCropViewModel(tasks, ImageFiles.decode(content), ImageFiles.read(content), form::take);

        crop.mark(new TagArea(0, 0, 0.2, 0.2));
        tasks.advance(TagCropViewModel.PAUSE);
        assertEquals(Notice.news("tag.crop.none"), crop.notice().get());
        crop.mark(new TagArea(0.25, 0.1, 0.5, 0.8));
        tasks.advance(TagCropViewModel.PAUSE);

        assertEquals("19C4", form.name().get());
    }

    @Test
    void theMarkIsMovedAndSizedByKeysAndStaysInThePhoto() {
        TagArea area = new TagArea(0, 0.4, 0.2, 0.2);

        assertEquals(area, TagCropView.next(area, KeyCode.LEFT, false));
        assertEquals(0.02, TagCropView.next(area, KeyCode.RIGHT, false).x(), 1e-9);
        assertEquals(0.24, TagCropView.next(area, KeyCode.DOWN, true).height(), 1e-9);
        assertEquals(0.24, TagCropView.next(area, KeyCode.PLUS, false).width(), 1e-9);
        assertEquals(0.05, new TagArea(0.9, 0.9, 0.01, 0.01).width(), 1e-9);
        assertEquals(TagArea.between(0.5, 0.5, 0.2, 0.1), TagArea.between(0.2, 0.1, 0.5, 0.5));
    }

    @Test
    void whatIsNoImageIsSaid() throws IOException {
        Files.writeString(folder.resolve("tag.png"), "not an image");

        scan.photo(folder.resolve("tag.png"));
        assertEquals(Notice.failed("tag.photo.unreadable"), scan.notice().get());

        scan.photo(folder.resolve("missing.png"));
        assertEquals(Notice.failed("tag.photo.gone"), scan.notice().get());
    }

    @Test
    void withoutACameraTheScanEndsAndSaysSo() {
        scan = new TagScanViewModel(
                tasks,
                () -> new FolderFrameSource(folder.resolve("nothing"), 20, FolderFrameSource.Repeat.LOOP),
                form::take);

        scan.scan();

        assertEquals(Notice.failed("tag.camera.failed"), scan.notice().get());
        assertEquals(false, scan.scanning().get());
    }

    @Test
    void aNameWithoutATagIsNeeded() {
        form.submit();

        assertEquals(Notice.failed("room.name.missing"), form.nameError().get());
        assertEquals(0, node.changes());
    }
}
