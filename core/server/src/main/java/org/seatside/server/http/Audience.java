package org.seatside.server.http;

import java.util.EnumSet;
import java.util.Set;
import org.seatside.model.api.Role;

/// Who a resource method is for: the one table of rights. What is not in it is nobody's.
///
/// | | student | lecturer | staff | support officer | administrator | auditor |
/// |---|---|---|---|---|---|---|
/// | PERSON | yes | yes | yes | yes | yes | yes |
/// | STUDENT | own | | | | | |
/// | TEACHING | | own sections | yes | yes | yes | |
/// | STAFF | | | yes | yes | yes | |
/// | SUPPORT | | | | yes | | |
/// | ADMINISTRATOR | | | | | yes | |
/// | OPERATOR | | | | | yes | |
/// | AUDIT | | | | | | yes |
public enum Audience {
    /// Everybody, signed in or not.
    ANYONE,
    /// Everybody with an account, for what is their own: password, sessions. All that a session is good for while
    /// its password has to be changed.
    PERSON(Role.values()),
    /// Students, for what is their own: the resource looks whose it is.
    STUDENT(Role.STUDENT),
    /// Staff, and lecturers for their own sections: the resource looks which these are.
    TEACHING(Role.LECTURER, Role.STAFF, Role.SUPPORT_OFFICER, Role.ADMINISTRATOR),
    /// Who looks after students, rooms and kiosks.
    STAFF(Role.STAFF, Role.SUPPORT_OFFICER, Role.ADMINISTRATOR),
    /// What was agreed with a student: for support officers, and no administrator.
    SUPPORT(Role.SUPPORT_OFFICER),
    /// Accounts, kiosks, settings.
    ADMINISTRATOR(Role.ADMINISTRATOR),
    /// The audit trail: for who does not write what is in it.
    AUDIT(Role.AUDITOR),
    /// Who runs the node, by the token in its folder, and administrators.
    OPERATOR(Role.ADMINISTRATOR),
    /// Paired kiosks.
    KIOSK,
    /// What a library adds by itself and nobody asked for.
    NOBODY;

    /// Never written to after construction: the compiler cannot know it of a `Set`.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    Audience(Role... roles) {
        this.roles = roles.length == 0 ? Set.of() : EnumSet.of(roles[0], roles);
    }

    boolean admits(Caller caller) {
        return switch (this) {
            case ANYONE -> true;
            case NOBODY -> false;
            case KIOSK -> caller instanceof Caller.Device;
            case OPERATOR -> caller instanceof Caller.Operator || hasRole(caller);
            default -> hasRole(caller);
        };
    }

    private boolean hasRole(Caller caller) {
        return caller instanceof Caller.Person person
                && person.roles().stream().anyMatch(roles::contains)
                && (this == PERSON || !person.restricted());
    }
}
