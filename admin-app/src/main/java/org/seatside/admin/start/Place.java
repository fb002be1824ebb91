package org.seatside.admin.start;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.seatside.fx.Messages;

/// The node the app is on.
///
/// @param uri its address
/// @param embedded whether it runs inside this program
/// @param setupToken reads the token with which the first administrator is made; empty where it is not on this computer
public record Place(URI uri, boolean embedded, Callable<Optional<String>> setupToken) {
    /// A node elsewhere.
    public static Place at(URI uri) {
        return new Place(uri, false, Optional::empty);
    }

    /// How the place is called.
    public String in(Messages messages) {
        return embedded ? messages.now("node.embedded") : messages.now("node.at", uri.getAuthority());
    }
}
