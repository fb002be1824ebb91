package org.seatside.admin.ui;

import java.time.Clock;
import java.util.function.Consumer;
import org.seatside.model.api.About;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignedIn;

/// What every page of a session is given: the node, the looks, and the parts of the shell that all pages share.
///
/// @param clock the node's, in the campus's time zone
/// @param work long work, shown at the bottom of the window
/// @param undo what can be taken back
/// @param go to another page, or a part of it
public record Workplace(
        NodeLink link,
        About about,
        SignedIn session,
        Display display,
        Clock clock,
        FileDialogs dialogs,
        Preferences preferences,
        WorkViewModel work,
        UndoViewModel undo,
        Consumer<Destination> go) {
    /// Whether the person who is signed in has one of these roles. What may be done is the node's decision; this
    /// only says what is worth showing.
    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (session.roles().contains(role)) {
                return true;
            }
        }
        return false;
    }
}
