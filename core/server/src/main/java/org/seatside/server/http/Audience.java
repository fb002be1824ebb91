package org.seatside.server.http;

import org.seatside.model.api.Role;

/// Who a resource method is for.
public enum Audience {
    /// Everybody, signed in or not.
    ANYONE,
    /// People with a role, whichever: an administrator may all that staff may.
    STAFF,
    /// People with the role [Role#ADMINISTRATOR].
    ADMINISTRATOR,
    /// Paired kiosks.
    KIOSK,
    /// What a library adds by itself and nobody asked for.
    NOBODY;

    boolean admits(Caller caller) {
        return switch (this) {
            case ANYONE -> true;
            case STAFF ->
                caller instanceof Caller.Person person && !person.roles().isEmpty();
            case ADMINISTRATOR ->
                caller instanceof Caller.Person person && person.roles().contains(Role.ADMINISTRATOR);
            case KIOSK -> caller instanceof Caller.Device;
            case NOBODY -> false;
        };
    }
}
