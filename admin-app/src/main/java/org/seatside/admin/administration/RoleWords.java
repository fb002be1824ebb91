package org.seatside.admin.administration;

import java.util.Set;
import java.util.stream.Collectors;
import org.seatside.fx.Messages;
import org.seatside.model.api.Role;

/// What roles are called, and what each may do.
public final class RoleWords {
    private RoleWords() {}

    static String key(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "role.administrator";
            case STAFF -> "role.staff";
            case SUPPORT_OFFICER -> "role.supportOfficer";
            case LECTURER -> "role.lecturer";
            case AUDITOR -> "role.auditor";
            case STUDENT -> "role.student";
        };
    }

    static String hint(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "role.administrator.hint";
            case STAFF -> "role.staff.hint";
            case SUPPORT_OFFICER -> "role.supportOfficer.hint";
            case LECTURER -> "role.lecturer.hint";
            case AUDITOR -> "role.auditor.hint";
            case STUDENT -> "role.student.hint";
        };
    }

    /// All of them, in their order.
    public static String of(Set<Role> roles, Messages messages) {
        return roles.stream().sorted().map(role -> messages.now(key(role))).collect(Collectors.joining(", "));
    }
}
