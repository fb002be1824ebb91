package org.seatside.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;

final class AudienceTest {
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    @Test
    void eachAudienceAdmitsItsOwnAndNobodyElse() {
        List<Caller> callers = new ArrayList<>(List.of(new Caller.Nobody()));
        for (Role role : Role.values()) {
            callers.add(new Caller.Person(AccountId.of(ID), Set.of(role), "t"));
        }
        callers.add(new Caller.Person(AccountId.of(ID), Set.of(), "t"));
        callers.add(new Caller.Person(AccountId.of(ID), EnumSet.allOf(Role.class), "t", null, true, false, true));
        callers.add(new Caller.Device(new Kiosk(KioskId.of(ID), "Seat", null, "key", false)));
        callers.add(new Caller.Operator());

        String table = Arrays.stream(Audience.values())
                .map(audience -> "%-13s".formatted(audience)
                        + callers.stream()
                                .map(caller -> audience.admits(caller) ? " +" : " -")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));

        // nobody, administrator, staff, support officer, lecturer, auditor, student, no role, must change, kiosk,
        // operator
        assertEquals("""
                ANYONE        + + + + + + + + + + +
                PERSON        - + + + + + + - + - -
                STUDENT       - - - - - - + - - - -
                TEACHING      - + + + + - - - - - -
                STAFF         - + + + - - - - - - -
                SUPPORT       - - - + - - - - - - -
                ADMINISTRATOR - + - - - - - - - - -
                AUDIT         - - - - - + - - - - -
                OPERATOR      - + - - - - - - - - +
                KIOSK         - - - - - - - - - + -
                NOBODY        - - - - - - - - - - -""", table);
    }

    @Test
    void methodThatDoesNotSayWhomItIsForKeepsTheServerFromStarting() throws Exception {
        var silent = AudienceTest.class.getDeclaredMethod("eachAudienceAdmitsItsOwnAndNobodyElse");

        assertThrows(IllegalStateException.class, () -> AccessControl.rule(silent));
    }
}
