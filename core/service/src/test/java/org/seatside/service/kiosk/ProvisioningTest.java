package org.seatside.service.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.Provision;
import org.seatside.model.id.Ids;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.service.roster.FakeRoster;

class ProvisioningTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final Ids ids = new Ids(() -> NOW, new SplittableRandom(1));
    private final FakeRoster roster = new FakeRoster();
    private final Room here = new Room(ids.room(), "19C4", "", "", null);
    private final Room there = new Room(ids.room(), "20B1", "", "", null);
    private final List<Provision> provisions = new ArrayList<>();
    private Provisioning provisioning;

    @BeforeEach
    void aCampus() throws Exception {
        provisioning = new Provisioning(
                roster,
                new Provisioning.Campus("Campus", "Asia/Seoul", "00112233445566778899aabbccddeeff", Map.of(), "\\d+"),
                () -> null,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                provision -> {
                    provisions.add(provision);
                    return new byte[0];
                },
                () -> NOW);
        roster.rooms.add(here);
        roster.rooms.add(there);
    }

    @Test
    void aKioskInARoomGetsAWeekOfThatRoom() {
        Meeting soon = meeting(here, Duration.ofHours(2));
        Meeting late = meeting(here, Duration.ofDays(6));
        meeting(there, Duration.ofHours(2));
        meeting(here, Duration.ofDays(8));

        provisioning.provision(new Kiosk(ids.kiosk(), "19C4 앞문", here.id(), "key", false));

        assertEquals(List.of(soon, late), provisions.getFirst().meetings());
        assertEquals(
                Map.of(soon.section().toString(), "title 1", late.section().toString(), "title 2"),
                provisions.getFirst().sections());
    }

    @Test
    void aKioskOnWheelsGetsTwoDaysOfAllRooms() {
        Meeting yesterday = meeting(there, Duration.ofHours(-20));
        Meeting soon = meeting(here, Duration.ofHours(2));
        meeting(here, Duration.ofDays(6));

        provisioning.provision(new Kiosk(ids.kiosk(), "이동식", null, "key", false));

        assertEquals(List.of(yesterday, soon), provisions.getFirst().meetings());
        assertEquals(
                Map.of(yesterday.section().toString(), "title 1", soon.section().toString(), "title 2"),
                provisions.getFirst().sections());
    }

    private Meeting meeting(Room room, Duration fromNow) {
        int number = roster.sections.size() + 1;
        Section section = new Section(ids.section(), "CSE" + number, "title " + number);
        Instant start = NOW.plus(fromNow);
        Meeting meeting = new Meeting(
                ids.meeting(),
                section.id(),
                room.id(),
                start,
                start,
                start.plusSeconds(600),
                start.plusSeconds(1800),
                start.plusSeconds(3000));
        roster.sections.add(section);
        roster.meetings.add(meeting);
        return meeting;
    }
}
