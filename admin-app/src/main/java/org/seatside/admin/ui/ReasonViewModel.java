package org.seatside.admin.ui;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Asks once why something is done, inside the page. What is asked about goes on only with a reason.
public final class ReasonViewModel {
    /// Fewest characters of a reason.
    public static final int SHORTEST = 3;

    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>(null);
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);

    public ReasonViewModel() {
        reason.addListener((_, _, _) -> error.set(null));
    }

    /// Asks; a question before is dropped.
    ///
    /// @param what is about to happen
    /// @param goOnKey of the word on the button that does it
    /// @param goOn gets the reason
    public void ask(Notice what, String goOnKey, Consumer<String> goOn) {
        reason.set("");
        error.set(null);
        question.set(new Question(what, goOnKey, goOn));
    }

    public void answer() {
        Question asked = question.get();
        String given = reason.get().strip();
        if (asked == null) {
            return;
        }
        if (given.length() < SHORTEST) {
            error.set(Notice.failed("reason.missing"));
            return;
        }
        question.set(null);
        asked.goOn().accept(given);
    }

    public void cancel() {
        question.set(null);
    }

    /// What is asked about; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Question> question() {
        return question.getReadOnlyProperty();
    }

    public StringProperty reason() {
        return reason;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> error() {
        return error.getReadOnlyProperty();
    }

    /// @param what is about to happen
    /// @param goOnKey of the word on the button that does it
    /// @param goOn gets the reason
    public record Question(Notice what, String goOnKey, Consumer<String> goOn) {}
}
