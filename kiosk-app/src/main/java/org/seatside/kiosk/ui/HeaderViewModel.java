package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.model.attendance.Place;

/// Where and when, and how the kiosk does. On the JavaFX thread but where said otherwise.
public final class HeaderViewModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Supplier<Optional<CampusRules>> campus;
    private final List<Runnable> ticks = new ArrayList<>();
    private final ReadOnlyObjectWrapper<LinkLight> link =
            new ReadOnlyObjectWrapper<>(new LinkLight(LinkLight.State.STARTING, 0));
    private final ReadOnlyBooleanWrapper soundWorks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper voiceWorks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meeting = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");

    /// @param campus empty while the kiosk is not paired
    public HeaderViewModel(TaskRunner tasks, InstantSource clock, Supplier<Optional<CampusRules>> campus) {
        this.tasks = tasks;
        this.clock = clock;
        this.campus = campus;
    }

    /// Called every second.
    void onTick(Runnable tick) {
        ticks.add(tick);
    }

    /// What this kiosk knows of its campus; empty while it is not paired.
    Optional<CampusRules> campus() {
        return campus.get();
    }

    /// Begins to tell the time.
    void start() {
        refresh();
        ticks.forEach(Runnable::run);
        tasks.after(SECOND, this::start);
    }

    /// Reads time, room and meeting anew.
    void refresh() {
        Instant now = clock.instant();
        time.set(TIME.format(now.atZone(zone())));
        Optional<Place> place = campus.get().flatMap(rules -> rules.ownPlace(now));
        room.set(place.map(Place::roomName).orElse(""));
        meeting.set(place.flatMap(here -> Optional.ofNullable(here.meeting())).orElse(""));
    }

    ZoneId zone() {
        return campus.get().map(CampusRules::zone).orElse(ZoneId.systemDefault());
    }

    /// Any thread.
    public void linkIs(LinkLight light) {
        tasks.show(() -> link.set(light));
    }

    void soundWorks(boolean works) {
        soundWorks.set(works);
    }

    void voiceWorks(boolean works) {
        voiceWorks.set(works);
    }

    /// The kiosk's own clock.
    InstantSource clock() {
        return clock;
    }

    ReadOnlyObjectProperty<LinkLight> link() {
        return link.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty soundWorks() {
        return soundWorks.getReadOnlyProperty();
    }

    /// False once speech was wanted and nothing could be said.
    ReadOnlyBooleanProperty voiceWorks() {
        return voiceWorks.getReadOnlyProperty();
    }

    /// Blank for a kiosk on wheels.
    ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
    }

    /// Blank where nothing meets.
    ReadOnlyStringProperty meeting() {
        return meeting.getReadOnlyProperty();
    }

    ReadOnlyStringProperty time() {
        return time.getReadOnlyProperty();
    }
}
