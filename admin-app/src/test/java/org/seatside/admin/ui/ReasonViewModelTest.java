package org.seatside.admin.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonViewModelTest {
    private final ReasonViewModel model = new ReasonViewModel();
    private final List<String> given = new ArrayList<>();

    @Test
    void nothingGoesOnWithoutAReason() {
        model.ask(Notice.care("undo"), "undo", given::add);
        model.reason().set("  a ");

        model.answer();

        assertEquals(Notice.failed("reason.missing"), model.error().get());
        assertEquals(List.of(), given);
        model.reason().set(" doctor called ");
        model.answer();
        assertEquals(List.of("doctor called"), given);
        assertNull(model.question().get());
    }

    @Test
    void whatIsTakenBackDoesNotHappen() {
        model.ask(Notice.care("undo"), "undo", given::add);
        model.reason().set("doctor called");

        model.cancel();
        model.answer();

        assertEquals(List.of(), given);
    }
}
