package org.seatside.admin.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeClient;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.roster.Student;

class NewStudentViewModelTest {
    private final SynchronousTasks tasks = new SynchronousTasks();
    private final List<LocalDate> passes = new ArrayList<>();
    private final List<Student> added = new ArrayList<>();
    private PlayedNode node;
    private NodeClient client;
    private NewStudentViewModel form;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(Clock.systemUTC());
        client = new NodeClient(List.of(node.uri()), new Json());
        form = new NewStudentViewModel(new NodeLink(client, tasks), LocalDate.of(2026, 11, 20), registered -> {
            added.add(registered.student());
            passes.add(registered.pass().pass().expires());
        });
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void aStudentIsAddedAndTheFormIsEmptyAgain() {
        type(" 22000001 ", " 홍길동 ");

        form.submit();

        assertEquals(List.of(new Student(added.getFirst().id(), "22000001", "홍길동", true)), added);
        assertEquals("", form.number().get());
        assertEquals("", form.name().get());
        assertEquals(List.of(LocalDate.of(2027, 2, 28)), passes);
    }

    @Test
    void aTemporaryRegistrationHasAPassUpToItsLastDay() {
        type("22000001", "홍길동");
        form.temporary().set(true);
        form.submit();
        assertEquals(Notice.failed("pass.expires.missing"), form.until().error().get());

        form.until().set(LocalDate.of(2026, 12, 11));
        form.submit();

        assertEquals(List.of(LocalDate.of(2026, 12, 11)), passes);
    }

    @Test
    void whereOnlyThePassIsRefusedTheStudentIsNotAddedTwice() {
        type("22000001", "홍길동");
        form.temporary().set(true);
        form.until().set(LocalDate.of(2026, 12, 11));
        node.refusePass = PlayedNode.problem(400, "expiry-out-of-range");
        form.submit();
        assertEquals(Notice.failed("pass.expires.refused"), form.until().error().get());

        form.until().set(LocalDate.of(2026, 12, 4));
        form.submit();

        assertEquals(1, node.students.size());
        assertEquals(List.of(LocalDate.of(2026, 12, 4)), passes);
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingIsSent() {
        type(" ", "");

        form.submit();

        assertEquals(
                Notice.failed("student.number.missing"), form.number().error().get());
        assertEquals(Notice.failed("student.name.missing"), form.name().error().get());
        assertEquals(0, node.changes());
    }

    @Test
    void aNumberThatIsTakenIsSaidBesideItAndWhatWasTypedStays() {
        type("22000001", "홍길동");
        form.submit();
        type("22000001", "김하늘");

        form.submit();

        assertEquals(
                Notice.failed("student.number.taken"), form.number().error().get());
        assertEquals("김하늘", form.name().get());
        assertEquals(1, added.size());
    }

    @Test
    void anAnswerThatGetsLostMakesNoSecondStudent() {
        node.loseAnswer = true;
        type("22000001", "홍길동");

        form.submit();
        form.submit();

        assertEquals(2, node.changes());
        assertEquals(1, node.students.size());
        assertEquals(1, added.size());
    }

    @Test
    void whileTheNodeIsGoneTheFormKeepsWhatWasTypedAndSendsItAgainOnce() {
        node.silence(true);
        type("22000001", "홍길동");

        form.submit();

        assertEquals(Notice.failed("failure.unreachable"), form.form().notice().get());
        assertEquals("22000001", form.number().get());
        node.silence(false);
        form.submit();
        assertNull(form.form().notice().get());
        assertEquals(1, node.students.size());
        assertTrue(added.size() == 1 && !form.form().busy().get());
    }

    private void type(String number, String name) {
        form.number().set(number);
        form.name().set(name);
    }
}
