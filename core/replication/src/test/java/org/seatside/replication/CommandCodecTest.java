package org.seatside.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.ratis.protocol.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.testkit.Seeds;

/// The node that takes a command applies it as it is, every other node as its bytes say: the two are equal.
final class CommandCodecTest {
    private final CommandCodec codec = new CommandCodec();
    private final Random random = new Random(Seeds.next());

    @Test
    void aCheckInIsTheSameInMemoryAndInItsBytes() throws IOException {
        for (int round = 0; round < 200; round++) {
            List<Command> commands = new ArrayList<>();
            for (int n = 1 + random.nextInt(20); n > 0; n--) {
                commands.add(checkIn());
            }

            Message message = codec.message(commands.stream().map(codec::encode).toList());

            assertEquals(commands, codec.commands(message));
            assertEquals(commands, codec.commands(message.getContent()));
        }
    }

    @Test
    void onlyEntriesOfCheckInsAloneGoAlongAsTheyAre() throws IOException {
        Command other = new Command(
                new CommandId(id()), instant(), Command.NODE, new Change.RevokePass("AAAAAAAAAAAAAAAAAAAAAA"));

        Message mixed = codec.message(List.of(codec.encode(checkIn()), codec.encode(other)));

        assertEquals(Message.valueOf(mixed.getContent()).getClass(), mixed.getClass());
        assertEquals(other, codec.commands(mixed).get(1));
    }

    @Test
    void whatAnEntryCameToIsTheSameInMemoryAndInItsBytes() throws IOException {
        List<ApplyResult> results = new ArrayList<>(List.of(
                new ApplyResult.Done(),
                new ApplyResult.Paired(new KioskId(id())),
                new ApplyResult.Conflict(ApplyResult.Kind.IN_USE)));
        for (int n = 0; n < 50; n++) {
            results.add(new ApplyResult.CheckedIn(
                    random.nextBoolean(), judgement(), new AttendanceId(id()), instant(), new RoomId(id())));
        }

        Message answer = new Answer(codec, results);

        assertSame(results, codec.results(answer));
        assertEquals(results, codec.results(Message.valueOf(answer.getContent())));
        assertEquals(List.of(), codec.results(Message.EMPTY));
    }

    @Test
    void anEntryTellsItsCommandsToTheSameProcess() {
        assertInstanceOf(Entry.class, codec.message(List.of(codec.encode(checkIn()))));
    }

    private Command checkIn() {
        return new Command(
                new CommandId(id()),
                instant(),
                id().toString(),
                random.nextBoolean() ? "192.0.2.7" : null,
                new Change.RecordCheckIn(
                        new CheckIn(
                                new CheckInId(id()),
                                new KioskId(id()),
                                random.nextLong(),
                                random.nextLong(),
                                one(Identification.values()),
                                "DP1:\"\\학생\u0000\uD83D\uDE00",
                                random.nextBoolean() ? "R1:ROOM" : null,
                                random.nextBoolean() ? new RoomId(id()) : null,
                                new KioskTime(instant(), random.nextLong(), number(), number())),
                        instant(),
                        instant(),
                        random.nextBoolean(),
                        judgement(),
                        random.nextBoolean()
                                ? LocalDateTime.of(2026, 3, 1 + random.nextInt(28), random.nextInt(24), 0)
                                : null));
    }

    private Judgement judgement() {
        MeetingId meeting = random.nextBoolean() ? new MeetingId(id()) : null;
        return random.nextBoolean()
                ? new Judgement.Counts(
                        new AttendanceId(id()),
                        new StudentId(id()),
                        new RoomId(id()),
                        meeting,
                        one(AttendanceStatus.values()),
                        random.nextInt(90),
                        random.nextBoolean())
                : new Judgement.Refused(
                        "Refused",
                        random.nextBoolean() ? "STUDENT_INACTIVE" : null,
                        random.nextBoolean() ? new StudentId(id()) : null,
                        random.nextBoolean() ? new RoomId(id()) : null,
                        meeting);
    }

    private @Nullable Long number() {
        return random.nextBoolean() ? random.nextLong() : null;
    }

    private <E> E one(E[] all) {
        return all[random.nextInt(all.length)];
    }

    /// Down to the nanosecond, as some clocks tell it.
    private Instant instant() {
        return Instant.parse("2026-03-02T00:00:00Z")
                .plus(random.nextInt(100_000), ChronoUnit.SECONDS)
                .plusNanos(random.nextInt(1_000_000_000));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
