package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.roster.RosterStore;
import org.seatside.testkit.Seeds;

/// What reads remember is what they would read.
final class RememberedReadsTest {
    private static final int THINGS = 6;
    private static final Instant MORNING = SampleCommands.MORNING;

    @TempDir
    private Path folder;

    @RepeatedTest(6)
    void whoAskedBeforeEveryChangeIsAnsweredLikeWhoAsksForTheFirstTime() throws Exception {
        List<Command> commands = new SampleCommands(Seeds.next()).next(120);

        List<Object> asking = answers(folder.resolve("asking"), commands, true);
        List<Object> silent = answers(folder.resolve("silent"), commands, false);

        assertEquals(silent, asking);
    }

    @Test
    void snapshotMakesReadsForget() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        try (H2ViewHome home = new H2ViewHome(folder.resolve("node"), new AttendanceStateMachine())) {
            RosterStore roster = home.stores().roster();
            StudentId student = SampleCommands.student(1).id();
            SampleCommands sample = new SampleCommands(1);
            try (View view = home.openEmpty()) {
                view.snapshot(snapshot);
                view.apply(
                        new LogPosition(1, 1),
                        List.of(sample.command(new Change.SaveStudent(SampleCommands.student(1)))));
                assertEquals(true, roster.student(student).isPresent());
            }

            try (View _ = home.openSnapshot(snapshot)) {
                assertEquals(false, roster.student(student).isPresent());
            }
        }
    }

    private static List<Object> answers(Path folder, List<Command> commands, boolean asking) throws IOException {
        try (H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
                View view = home.openEmpty()) {
            RosterStore roster = home.stores().roster();
            for (int i = 0; i < commands.size(); i++) {
                view.apply(new LogPosition(1, i + 1), List.of(commands.get(i)));
                if (asking) {
                    ask(roster);
                }
            }
            return ask(roster);
        }
    }

    private static List<Object> ask(RosterStore roster) {
        List<Object> answers = new ArrayList<>();
        for (int n = 0; n < THINGS; n++) {
            StudentId student = new StudentId(SampleCommands.known(n));
            RoomId room = new RoomId(SampleCommands.known(n));
            answers.add(roster.student(student));
            answers.add(roster.studentByNumber("2026000" + n));
            answers.add(roster.pass("%014x".formatted(n)));
            answers.add(roster.room(room));
            answers.add(roster.section(new SectionId(SampleCommands.known(n))));
            answers.add(roster.meeting(new MeetingId(SampleCommands.known(n))));
            answers.add(roster.meetings(MORNING, MORNING.plus(Duration.ofDays(1)), room));
            answers.add(roster.hasMeetings(room));
            answers.add(roster.inactiveSince(student));
            answers.add(roster.kiosk(new KioskId(SampleCommands.known(n))));
            for (int m = 0; m < THINGS; m++) {
                answers.add(roster.enrolled(student, new SectionId(SampleCommands.known(m)), LocalDate.of(2026, 3, 2)));
            }
        }
        return answers;
    }
}
