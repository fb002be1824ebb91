package org.seatside.admin.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.MeetingId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// A campus on a busy morning.
final class Morning {
    static final Instant NOW = Instant.parse("2026-11-20T00:07:30Z");
    static final String TAG = "0123456789ABCDEF0123456789ABCDEF";

    private Morning() {}

    static void quiet(PlayedNode node) {
        Room hall = room(node, "19C4", "인문관", "4층", "19C4");
        room(node, "B102", "공학관", "1층", null);
        kiosk(node, "19C4 앞", hall, 12, "RUNNING", 0, 0);
        node.tags.put(TAG, "공학관 302호");
        node.upstream = new UpstreamSummary("du-checkattend", true, Map.of(UpstreamState.ACCEPTED, 41L));
        List.of("홍길동", "김하늘", "이서준", "Alexandrina Featherstonehaugh", "박지민", "최유진")
                .forEach(name -> node.students.add(new Student(node.ids().student(), number(node), name, true)));
        node.issued(node.students.getFirst(), LocalDate.of(2027, 2, 28), NOW.minusSeconds(86_400 * 40), false);
        node.issued(node.students.getFirst(), LocalDate.of(2026, 8, 31), NOW.minusSeconds(86_400 * 200), true);
        event(node, hall, 1, "Present", 720, 0, UpstreamState.ACCEPTED, "자료구조 1분반");
        event(node, hall, 2, "Late", 560, 1, UpstreamState.ACCEPTED, "자료구조 1분반");
        event(node, hall, 3, "AlreadyRecorded", 410, 1, UpstreamState.NONE, "자료구조 1분반");
        event(node, hall, 4, "Present", 300, 3, UpstreamState.SENT, "자료구조 1분반");
    }

    static void troubled(PlayedNode node) {
        quiet(node);
        Room other = node.rooms.getLast();
        kiosk(node, "B102 창가", other, 400, "RUNNING", 0, 0);
        kiosk(node, "도서관 1층", null, 5, "NO_CAMERA", 3, 0);
        node.kiosks.add(new KioskView(new Kiosk(node.ids().kiosk(), "체육관", null, null, false), null, null));
        node.helpCalls.add(new HelpCall(
                new HelpCallId(node.ids().next()),
                node.kiosks.getFirst().kiosk().id(),
                other.id(),
                HelpCallState.CALLED,
                NOW.minusSeconds(95),
                null,
                null,
                null));
        lesson(node, "자료구조 1분반", node.rooms.getFirst(), -450);
        lesson(node, "회로이론", other, 5_400);
        node.upstream = new UpstreamSummary(
                "du-checkattend",
                true,
                Map.of(UpstreamState.ACCEPTED, 38L, UpstreamState.REJECTED, 2L, UpstreamState.NEW, 4L));
        event(node, other, 5, "NotEnrolled", 120, 4, UpstreamState.NONE, "회로이론");
        event(node, other, 6, "UnknownCode", 60, null, UpstreamState.NONE, null);
        event(node, other, 7, "Present", 20, 5, UpstreamState.REJECTED, "회로이론");
    }

    private static void lesson(PlayedNode node, String title, Room room, int startsIn) {
        Section section = new Section(node.ids().section(), "S" + node.sections.size(), title);
        node.sections.add(section);
        Instant start = NOW.plusSeconds(startsIn);
        node.meetings.add(new Meeting(
                new MeetingId(node.ids().next()),
                section.id(),
                room.id(),
                start.minusSeconds(600),
                start,
                start.plusSeconds(600),
                start.plusSeconds(3_600),
                start.plusSeconds(4_500)));
    }

    private static String number(PlayedNode node) {
        return String.valueOf(21_700_100 + node.students.size() * 17);
    }

    private static Room room(PlayedNode node, String name, String building, String floor, @Nullable String tag) {
        Room room = new Room(node.ids().room(), name, building, floor, tag);
        node.rooms.add(room);
        return room;
    }

    private static void kiosk(
            PlayedNode node,
            String name,
            @Nullable Room room,
            int secondsAgo,
            String camera,
            int waiting,
            int refused) {
        Kiosk kiosk = new Kiosk(node.ids().kiosk(), name, room == null ? null : room.id(), "key", false);
        node.kiosks.add(new KioskView(
                kiosk, NOW.minusSeconds(secondsAgo), new KioskState("0.1.0", camera, waiting, refused, 40L, null)));
    }

    static CheckInEvent event(
            PlayedNode node,
            Room room,
            long index,
            String outcome,
            int secondsAgo,
            @Nullable Integer student,
            UpstreamState upstream,
            @Nullable String meeting) {
        Student who = student == null ? null : node.students.get(student);
        Instant at = NOW.minusSeconds(secondsAgo);
        Kiosk kiosk = node.kiosks.getFirst().kiosk();
        CheckInEvent event = new CheckInEvent(
                index,
                node.ids().checkIn(),
                outcome,
                at,
                at,
                Identification.PASS,
                kiosk.id(),
                kiosk.name(),
                room.id(),
                room.name(),
                meeting,
                who == null ? null : who.id(),
                who == null ? null : who.number(),
                who == null ? null : who.name(),
                upstream,
                false);
        node.checkIn(event);
        return event;
    }
}
