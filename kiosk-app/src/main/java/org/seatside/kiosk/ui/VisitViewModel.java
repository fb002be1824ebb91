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
    private static final List<Double> TEXT_SCALES = List.of(1.0, 1.5, 2.0, 4.0);
    private static final List<Double> TIME_FACTORS = List.of(1.0, 2.0, 5.0, VisitSettings.LONGEST);

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
        change(now -> now.withTextScale(larger(now.textScale(), TEXT_SCALES)));
    }

    void nextTheme() {
        change(now -> now.withTheme(after(now.theme(), List.of(Theme.values()))));
    }

    /// One, twice and five times the usual time, then ten times, then one again.
    void nextTimeFactor() {
        change(now -> now.withTimeFactor(larger(now.timeFactor(), TIME_FACTORS)));
    }

    void nextOperation() {
        change(now -> now.withOperation(after(now.operation(), List.of(Operation.values())), now.pace()));
    }

    /// The first of the steps beyond the value; after the last, the first.
    private static double larger(double now, List<Double> steps) {
        return steps.stream().filter(step -> step > now).findFirst().orElse(steps.getFirst());
    }

    private static <T> T after(T now, List<T> all) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }

    /// Called with the settings now and with every later ones.
    void onChange(Consumer<VisitSettings> listener) {
        settings.subscribe(listener);
    }
}
