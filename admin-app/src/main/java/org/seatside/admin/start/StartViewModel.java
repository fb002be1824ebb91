package org.seatside.admin.start;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.About;
import org.seatside.model.api.SignedIn;

/// Finds out what stands between opening the app and working with it.
public final class StartViewModel {
    /// What the person sees.
    public enum Step {
        CONNECTING,
        /// The node does not answer; it is asked again by itself.
        UNREACHABLE,
        /// No account exists yet.
        SETUP,
        SIGN_IN
    }

    private final NodeLink link;
    private final Place place;
    private final Consumer<SignedIn> opened;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CONNECTING);
    private final ReadOnlyObjectWrapper<@Nullable About> about = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper tokenKnown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

    /// @param opened gets the session once there is one
    public StartViewModel(NodeLink link, Place place, Consumer<SignedIn> opened) {
        this.link = link;
        this.place = place;
        this.opened = opened;
        link.onHealed(() -> {
            if (step.get() == Step.UNREACHABLE) {
                connect();
            }
        });
    }

    /// Asks the node what it is.
    public void connect() {
        step.set(Step.CONNECTING);
        notice.set(null);
        link.ask(
                () -> new Found(link.client().about(), place.setupToken().call()),
                this::found,
                failure -> {
                    step.set(Step.UNREACHABLE);
                    notice.set(
                            failure.kind() == NodeException.Kind.UNREACHABLE
                                    ? Notice.failed("start.silent")
                                    : Notice.of(failure));
                },
                () -> {});
    }

    /// Whether a sample campus can be looked at first.
    public boolean offersSample() {
        return place.sample() != null;
    }

    /// Opens the sample campus in place of this node.
    public void lookAround() {
        Place.Crossing there = place.sample();
        if (there != null && !opening.get()) {
            opening.set(true);
            notice.set(null);
            there.go(failure -> {
                opening.set(false);
                notice.set(failure);
            });
        }
    }

    private void found(Found found) {
        about.set(found.about());
        tokenKnown.set(found.token().isPresent());
        step.set(found.about().needsSetup() ? Step.SETUP : Step.SIGN_IN);
    }

    void open(SignedIn session) {
        link.signedIn();
        opened.accept(session);
    }

    NodeLink link() {
        return link;
    }

    Place place() {
        return place;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// What the node says of itself; null before it answered.
    public ReadOnlyObjectProperty<@Nullable About> about() {
        return about.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Whether the sample campus is on its way.
    public ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /// Whether the setup token was found on this computer; else the person is asked for it.
    public ReadOnlyBooleanProperty tokenKnown() {
        return tokenKnown.getReadOnlyProperty();
    }

    private record Found(About about, Optional<String> token) {}
}
