package org.seatside.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeClient;
import org.seatside.fx.Messages;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.roster.Student;

class PaletteViewModelTest {
    private final SynchronousTasks tasks = new SynchronousTasks();
    private final List<String> done = new ArrayList<>();
    private PlayedNode node;
    private NodeClient client;
    private PaletteViewModel palette;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(Clock.systemUTC());
        node.students.add(new Student(node.ids().student(), "20251678", "홍길동", true));
        client = new NodeClient(List.of(node.uri()), new Json());
        palette = new PaletteViewModel(
                new NodeLink(client, tasks),
                new Messages(Display.class, "admin", Locale.KOREAN),
                List.of(
                        new PaletteViewModel.Command(
                                "nav.students", null, Glyphs.STUDENTS, "Ctrl+2", () -> done.add("students")),
                        new PaletteViewModel.Command(
                                "students.add", "nav.students", Glyphs.ADD, "", () -> done.add("add"))),
                hit -> hit.kind() == SearchKind.STUDENT ? Optional.of(() -> done.add(hit.title())) : Optional.empty());
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void whatCanBeDoneIsThereBeforeAnythingIsTyped() {
        palette.open();

        assertEquals(List.of("학생", "새 학생"), titles());
    }

    @Test
    void aCommandIsFoundByItsWordsInEitherLanguage() {
        palette.open();

        palette.query().set("new stu");

        assertEquals(List.of("새 학생"), titles());
    }

    @Test
    void whatTheNodeFindsStandsBelowAndIsOpened() {
        palette.open();

        palette.query().set("길동");
        assertTrue(palette.asking().get());
        tasks.advance(PaletteViewModel.PAUSE);

        assertEquals(List.of("홍길동"), titles());
        palette.choose(palette.entries().getFirst());
        assertEquals(List.of("홍길동"), done);
        assertFalse(palette.isOpen().get());
    }

    @Test
    void withoutANodeCommandsStillWork() {
        node.silence(true);
        palette.open();

        palette.query().set("학생");
        tasks.advance(PaletteViewModel.PAUSE);

        assertEquals(List.of("학생", "새 학생"), titles());
    }

    private List<String> titles() {
        return palette.entries().stream().map(PaletteViewModel.Entry::title).toList();
    }
}
