package org.seatside.admin.kiosk;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.roster.Room;

/// The form that invites a kiosk, and the code it pairs with.
public final class NewKioskViewModel {
    private final NodeLink link;
    private final Consumer<KioskInvitation> invited;
    private final PendingChange change;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Room> room = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> nameError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable KioskInvitation> invitation = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public NewKioskViewModel(NodeLink link, Consumer<KioskInvitation> invited) {
        this.link = link;
        this.invited = invited;
        this.change = new PendingChange(link.client()::newCommand);
        name.addListener((_, _, _) -> nameError.set(null));
    }

    /// Checks and sends what was typed.
    public void submit() {
        Room chosen = room.get();
        NewKiosk typed = new NewKiosk(name.get().strip(), chosen == null ? null : chosen.id());
        nameError.set(typed.name().isEmpty() ? Notice.failed("kiosk.name.missing") : null);
        if (busy.get() || nameError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        link.ask(
                () -> link.client().inviteKiosk(typed, change.idFor(typed)),
                made -> {
                    change.settled();
                    invitation.set(made);
                    invited.accept(made);
                },
                failure -> {
                    switch (Notice.code(failure)) {
                        case "name-taken" -> nameError.set(Notice.failed("kiosk.name.taken"));
                        case "name-needed" -> nameError.set(Notice.failed("name.refused"));
                        default -> notice.set(Notice.of(failure));
                    }
                },
                () -> busy.set(false));
    }

    public StringProperty name() {
        return name;
    }

    /// Null for a kiosk on wheels.
    public ObjectProperty<@Nullable Room> room() {
        return room;
    }

    /// What the kiosk pairs with; null before it is invited.
    public ReadOnlyObjectProperty<@Nullable KioskInvitation> invitation() {
        return invitation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> nameError() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
