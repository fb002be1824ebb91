package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;
import org.seatside.model.attendance.Profile;

/// What the visitor of this moment set, or what was agreed with the student who was scanned. On the JavaFX
/// thread.
public final class VisitViewModel {
    private static final double[] TEXT_SCALES = {1, 1.5, 2, 4};

    private final Messages messages;
    private final VisitSettings usual;
    private final ReadOnlyObjectWrapper<VisitSettings> settings;
    private final List<Runnable> ends = new ArrayList<>();
    private boolean agreed;

    /// @param usual to which every visit returns
    VisitViewModel(Messages messages, VisitSettings usual) {
        this.messages = messages;
        this.usual = usual;
        settings = new ReadOnlyObjectWrapper<>(usual);
        messages.switchTo(usual.language());
    }

    ReadOnlyObjectProperty<VisitSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    VisitSettings now() {
        return Objects.requireNonNull(settings.get());
    }

    /// Whether anything is not as usual.
    boolean changed() {
        return !usual.equals(settings.get());
    }

    /// What else is to be set back when a visit ends.
    void onEnd(Runnable end) {
        ends.add(end);
    }

    void change(UnaryOperator<VisitSettings> change) {
        VisitSettings next = change.apply(now());
        messages.switchTo(next.language());
        settings.set(next);
    }

    /// Takes over what was agreed with the student of this moment, in place of what was agreed with the one
    /// before.
    void meet(@Nullable Profile profile) {
        if (agreed) {
            end();
        }
        if (profile != null) {
            agreed = true;
            change(now -> Profiles.over(now, profile));
        }
    }

    /// Whether what holds now was agreed with a student: nobody else may see it.
    boolean agreed() {
        return agreed;
    }

    /// Everything as usual again.
    void end() {
        agreed = false;
        change(_ -> usual);
        ends.forEach(Runnable::run);
    }

    // The steps that a visitor takes one by one.

    void nextLanguage() {
        change(now -> now.withLanguage(now.language().equals(Locale.KOREAN) ? Locale.ENGLISH : Locale.KOREAN));
    }

    /// The next larger text; after the largest, the smallest.
    void nextTextScale() {
        double next = TEXT_SCALES[0];
        for (int i = TEXT_SCALES.length - 1; i >= 0; i--) {
            if (TEXT_SCALES[i] > now().textScale()) {
                next = TEXT_SCALES[i];
            }
        }
        double scale = next;
        change(now -> now.withTextScale(scale));
    }

    void nextTheme() {
        change(now -> now.withTheme(after(now.theme(), List.of(Theme.values()))));
    }

    /// One, twice and five times the usual time, then ten times, then one again.
    void nextTimeFactor() {
        double[] factors = {1, 2, 5, VisitSettings.LONGEST};
        double next = factors[0];
        for (int i = factors.length - 1; i >= 0; i--) {
            if (factors[i] > now().timeFactor()) {
                next = factors[i];
            }
        }
        double factor = next;
        change(now -> now.withTimeFactor(factor));
    }

    void nextOperation() {
        change(now -> now.withOperation(after(now.operation(), List.of(Operation.values())), now.pace()));
    }

    private static <T> T after(T now, List<T> all) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }

    /// Called with the settings now and with every later ones.
    void onChange(Consumer<VisitSettings> listener) {
        settings.subscribe(listener);
    }
}
