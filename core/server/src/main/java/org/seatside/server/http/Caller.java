package org.seatside.server.http;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.RefusedException;

/// Who a request comes from.
public sealed interface Caller extends Principal {
    /// As the log knows it: an account id or a kiosk id.
    @Override
    String getName();

    /// @param token the session token the request carried
    /// @param student whose account it is; null for staff
    /// @param mustChange whether a new password is all this session is good for
    /// @param mustEnrol whether an authenticator for the account is
    /// @param fresh whether the person proved lately who they are
    record Person(
            AccountId account,
            Set<Role> roles,
            String token,
            @Nullable StudentId student,
            boolean mustChange,
            boolean mustEnrol,
            boolean fresh)
            implements Caller {
        public Person(AccountId account, Set<Role> roles, String token) {
            this(account, roles, token, null, false, false, true);
        }

        /// Whether the own account is all this session is good for.
        public boolean restricted() {
            return mustChange || mustEnrol;
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }

        @Override
        public String getName() {
            return account.toString();
        }

        @Override
        public String toString() {
            return "Person[account=" + account + "]";
        }
    }

    record Device(Kiosk kiosk) implements Caller {
        @Override
        public String getName() {
            return kiosk.id().toString();
        }
    }

    /// Who runs the node: has read a token on its disk.
    record Operator() implements Caller {
        @Override
        public String getName() {
            return "operator";
        }
    }

    record Nobody() implements Caller {
        @Override
        public String getName() {
            return "nobody";
        }
    }

    static Person person(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Person person) {
            return person;
        }
        throw new RefusedException(RefusedException.Kind.FORBIDDEN, "for-staff", "Sign in as staff.");
    }

    static Kiosk kiosk(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Device device) {
            return device.kiosk();
        }
        throw new RefusedException(RefusedException.Kind.FORBIDDEN, "for-kiosks", "Only a paired kiosk may do this.");
    }
}
