package org.seatside.service.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.hook.HookSender.Answer;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.HookChange;
import org.seatside.testkit.FakeClock;

class HookDispatcherTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final HookId HOOK = new HookId(new UUID(1, 1));

    private final FakeClock clock = new FakeClock(NOW);
    private final DerivedSecrets secrets = new DerivedSecrets(new SecretKeySpec(new byte[32], "HmacSHA256"));
    private final World world = new World();
    private final HookDispatcher dispatcher = new HookDispatcher(
            world,
            world,
            world,
            secrets,
            new Commands(world, clock),
            value -> value.toString().getBytes(StandardCharsets.UTF_8),
            "/campus",
            clock,
            new Random(1),
            new Ids(clock, new Random(2)),
            Runnable::run);

    /// Store, log and receiver of one webhook, in memory.
    private static final class World implements HookStore, AttendanceStore, HookSender, CommandLog {
        private final List<CheckInEvent> events = new ArrayList<>();
        private final List<Map<String, String>> heard = new ArrayList<>();
        private final Map<CheckInId, DeadLetter> dead = new LinkedHashMap<>();
        private Hook hook = new Hook(HOOK, "https://example.org/hook", HookFormat.STANDARD, true, 0);
        private IntFunction<Answer> answers = _ -> new Answer.Status(200);

        @Override
        public List<Hook> hooks() {
            return List.of(hook);
        }

        @Override
        public Optional<Hook> hook(HookId id) {
            return Optional.of(hook);
        }

        @Override
        public List<DeadLetter> deadLetters(HookId id) {
            return List.copyOf(dead.values());
        }

        @Override
        public Answer post(URI address, Map<String, String> headers, byte[] body) {
            heard.add(headers);
            return answers.apply(heard.size());
        }

        @Override
        public boolean allows(URI address) {
            return true;
        }

        @Override
        public CompletableFuture<Applied> append(Command command) {
            switch (command.change()) {
                case HookChange.SaveHook save -> hook = save.hook();
                case HookChange.AdvanceHook advance ->
                    hook = new Hook(HOOK, hook.url(), hook.format(), hook.active(), advance.cursor());
                case HookChange.LayAside aside -> dead.put(aside.letter().checkIn(), aside.letter());
                case HookChange.Settle settle -> dead.remove(settle.checkIn());
                default -> throw new AssertionError(command.change());
            }
            return CompletableFuture.completedFuture(new Applied(1, new ApplyResult.Done()));
        }

        @Override
        public Readiness readiness() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void close() {}

        @Override
        public List<CheckInEvent> eventsAfter(long after, int limit) {
            return events.stream().filter(event -> event.logIndex() > after).toList();
        }

        @Override
        public Page<CheckInEvent> eventsBefore(long before, ExportFilter filter, int limit) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public List<CheckInEvent> eventsBefore(long before, int limit) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Optional<Attendance> attendance(AttendanceId id) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public List<Attendance> attendance(
                @Nullable StudentId student, @Nullable MeetingId meeting, Instant from, Instant until, int limit) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public long highWater(KioskId kiosk, long epoch) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public long contiguous(KioskId kiosk, long epoch) {
            throw new AssertionError("nobody asks");
        }

        private List<String> ids() {
            return heard.stream().map(headers -> headers.get("webhook-id")).toList();
        }
    }

    private static CheckInEvent event(long index, int n) {
        return new CheckInEvent(
                index,
                new CheckInId(new UUID(2, n)),
                "Present",
                NOW,
                NOW,
                Identification.PASS,
                new KioskId(new UUID(3, 3)),
                "Seat",
                null,
                "19C4",
                null,
                null,
                "20231234",
                "홍길동",
                UpstreamState.NEW,
                false);
    }

    private static String id(int n) {
        return "msg_" + new UUID(2, n);
    }

    @Test
    void tellsInTheOrderOfTheLogAndRemembersHowFar() {
        world.events.addAll(List.of(event(5, 1), event(5, 2), event(9, 3)));

        dispatcher.round();
        dispatcher.round();

        assertEquals(List.of(id(1), id(2), id(3)), world.ids());
        assertEquals(9, world.hook.cursor());
    }

    @Test
    void signsAsStandardWebhooksSay() {
        world.events.add(event(1, 1));

        dispatcher.round();

        Map<String, String> headers = world.heard.getFirst();
        assertEquals(Long.toString(NOW.getEpochSecond()), headers.get("webhook-timestamp"));
        assertTrue(headers.getOrDefault("webhook-signature", "").startsWith("v1,"));
        // the specification's own example
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertEquals(
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                HookMessage.signature(
                        key,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void triesAgainLaterUnderTheSameIdAndHoldsBackTheNext() {
        world.events.addAll(List.of(event(1, 1), event(2, 2)));
        world.answers = nth -> nth <= 2 ? new Answer.Status(500) : new Answer.Status(204);

        dispatcher.round();
        dispatcher.round();
        clock.advance(Duration.ofSeconds(7));
        dispatcher.round();
        clock.advance(Duration.ofSeconds(19));
        dispatcher.round();

        assertEquals(List.of(id(1), id(1), id(1), id(2)), world.ids());
        assertEquals(2, world.hook.cursor());
    }

    @Test
    void laysAsideWhatNeverGetsThroughAndSendsItAgainWhenAsked() {
        world.events.addAll(List.of(event(1, 1), event(2, 2)));
        world.answers = nth -> nth <= HookDispatcher.TRIES ? new Answer.Broken("TIMEOUT") : new Answer.Status(200);
        for (int i = 0; i < HookDispatcher.TRIES; i++) {
            dispatcher.round();
            clock.advance(Duration.ofHours(8));
        }

        DeadLetter letter = world.dead.values().iterator().next();
        assertEquals(new CheckInId(new UUID(2, 1)), letter.checkIn());
        assertEquals("TIMEOUT", letter.detail());
        assertEquals(2, world.hook.cursor());
        assertEquals(id(2), world.ids().getLast());

        world.dead.put(
                letter.checkIn(),
                new DeadLetter(HOOK, letter.checkIn(), letter.logIndex(), letter.detail(), letter.at(), true));
        dispatcher.round();

        assertEquals(id(1), world.ids().getLast());
        assertEquals(Map.of(), world.dead);
    }

    @Test
    void aReceiverThatIsGoneIsToldNoMore() {
        world.events.addAll(List.of(event(1, 1), event(2, 2)));
        world.answers = _ -> new Answer.Status(410);

        dispatcher.round();
        clock.advance(Duration.ofDays(1));
        dispatcher.round();

        assertEquals(List.of(id(1)), world.ids());
        assertEquals(false, world.hook.active());
    }

    @Test
    void waitsLongerEachTimeAndNotAtTheSameMoment() {
        List<Long> first = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            first.add(dispatcher.waitAfter(1).toMillis());
        }

        assertTrue(first.stream().allMatch(millis -> millis >= 4_000 && millis <= 6_000));
        assertTrue(first.stream().distinct().count() > 100);
        assertTrue(dispatcher.waitAfter(3).toMillis() >= 36_000);
        assertTrue(dispatcher.waitAfter(40).compareTo(Duration.ofHours(8)) < 0);
    }
}
