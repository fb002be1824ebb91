package org.seatside.admin.start;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;
import org.seatside.fx.Messages;

/// The node the app is on.
///
/// @param uri its address
/// @param setupToken reads the token with which the first administrator is made; empty where it is not on this
///     computer
/// @param sample the way into a sample campus, on one the way out; null where there is none
public record Place(
        URI uri,
        Kind kind,
        Callable<Optional<String>> setupToken,
        @Nullable Crossing sample) {
    /// Where it runs.
    public enum Kind {
        ELSEWHERE,
        /// Inside this program.
        EMBEDDED,
        /// Inside this program, with nothing real in it.
        SAMPLE
    }

    /// Closes this node's window content and opens the other's.
    @FunctionalInterface
    public interface Crossing {
        /// On the JavaFX thread; returns at once.
        ///
        /// @param failed told what went wrong, when this window stays
        void go(Consumer<Notice> failed);
    }

    /// A node elsewhere.
    public static Place at(URI uri) {
        return new Place(uri, Kind.ELSEWHERE, Optional::empty, null);
    }

    /// A node inside this program.
    public static Place embedded(URI uri, Callable<Optional<String>> setupToken) {
        return new Place(uri, Kind.EMBEDDED, setupToken, null);
    }

    /// A node inside this program with the sample campus.
    public static Place sample(URI uri, Crossing back) {
        return new Place(uri, Kind.SAMPLE, Optional::empty, back);
    }

    /// The same with a sample campus beside it.
    public Place withSample(Crossing there) {
        return new Place(uri, kind, setupToken, there);
    }

    /// How the place is called.
    public String in(Messages messages) {
        return switch (kind) {
            case ELSEWHERE -> messages.now("node.at", uri.getAuthority());
            case EMBEDDED -> messages.now("node.embedded");
            case SAMPLE -> messages.now("node.sample");
        };
    }
}
