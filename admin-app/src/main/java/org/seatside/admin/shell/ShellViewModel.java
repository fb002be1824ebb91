package org.seatside.admin.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Screen;
import org.seatside.client.NodeException;
import org.seatside.model.api.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which screen is shown, who works here, on which node.
public final class ShellViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);

    private final NodeLink link;
    private final SignedIn session;
    private final Runnable signedOut;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.TODAY);

    /// @param signedOut is told once the session is closed
    public ShellViewModel(NodeLink link, SignedIn session, Runnable signedOut) {
        this.link = link;
        this.session = session;
        this.signedOut = signedOut;
    }

    public void go(Screen next) {
        screen.set(next);
    }

    /// Ends the session here in any case, and at the node where it can be reached.
    public void signOut() {
        link.tell(() -> link.client().signOut(), () -> {}, ShellViewModel::left, signedOut);
    }

    private static void left(NodeException failure) {
        LOG.warn("The session was left at the node and ends there by itself: {}", failure.getMessage());
    }

    public ReadOnlyObjectProperty<Screen> screen() {
        return screen.getReadOnlyProperty();
    }

    public SignedIn session() {
        return session;
    }
}
