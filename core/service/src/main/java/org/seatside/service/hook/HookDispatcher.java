package org.seatside.service.hook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.hook.HookTrial;
import org.seatside.model.id.Ids;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.RefusedException;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.HookChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells webhooks of check-ins in the order of the log, each webhook at its own pace. What is to be told stands
/// in the log, so there is no queue to lose: a cursor says how far a webhook is, and after a crash the last few
/// messages come again under the same id. A message that fails is tried again, later each time; after the last
/// try it is laid aside as a dead letter and the next one goes.
///
/// [#round] is called by one thread.
public final class HookDispatcher {
    /// After 5 s, 15 s, 45 s, … at most six hours: about a day in all.
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    static final Duration LONGEST_WAIT = Duration.ofHours(6);
    static final int TRIES = 12;
    private static final int PART = 50;
    private static final int GONE = 410;
    private static final Logger LOG = LoggerFactory.getLogger(HookDispatcher.class);

    private final HookStore store;
    private final AttendanceStore events;
    private final HookSender sender;
    private final DerivedSecrets secrets;
    private final Commands commands;
    private final Function<Object, byte[]> json;
    private final String source;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Ids ids;
    private final Executor calls;
    private final Map<HookId, Standing> standings = new ConcurrentHashMap<>();

    /// Where the delivery to a webhook stands; all but `busy` is for the thread that delivers.
    private static final class Standing {
        private volatile boolean busy;
        private volatile Instant next = Instant.MIN;
        private int failures;
    }

    /// @param json writes a value as JSON
    /// @param source of CloudEvents
    /// @param random for the jitter
    /// @param calls runs deliveries, which block
    public HookDispatcher(
            HookStore store,
            AttendanceStore events,
            HookSender sender,
            DerivedSecrets secrets,
            Commands commands,
            Function<Object, byte[]> json,
            String source,
            InstantSource clock,
            RandomGenerator random,
            Ids ids,
            Executor calls) {
        this.store = store;
        this.events = events;
        this.sender = sender;
        this.secrets = secrets;
        this.commands = commands;
        this.json = json;
        this.source = source;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
        this.calls = calls;
    }

    /// Begins what is due.
    public void round() {
        List<Hook> hooks = store.hooks();
        standings.keySet().retainAll(hooks.stream().map(Hook::id).toList());
        for (Hook hook : hooks) {
            Standing standing = standings.computeIfAbsent(hook.id(), _ -> new Standing());
            if (hook.active() && !standing.busy && !clock.instant().isBefore(standing.next)) {
                standing.busy = true;
                calls.execute(() -> deliver(hook, standing));
            }
        }
    }

    private void deliver(Hook hook, Standing standing) {
        try {
            replay(hook);
            forward(hook, standing);
        } catch (RuntimeException e) {
            LOG.warn("webhook {} stands still until the next round", hook.id(), e);
        } finally {
            standing.busy = false;
        }
    }

    /// What staff asked to be tried again, once each.
    private void replay(Hook hook) {
        for (DeadLetter letter : store.deadLetters(hook.id())) {
            if (!letter.replay()) {
                continue;
            }
            Optional<CheckInEvent> event = events.eventsAfter(letter.logIndex() - 1, 1).stream()
                    .filter(found -> found.id().equals(letter.checkIn()))
                    .findFirst();
            Optional<String> failure = event.flatMap(found -> failure(hook, found));
            append(
                    failure.isEmpty()
                            ? new HookChange.Settle(hook.id(), letter.checkIn())
                            : new HookChange.LayAside(new DeadLetter(
                                    hook.id(),
                                    letter.checkIn(),
                                    letter.logIndex(),
                                    failure.get(),
                                    clock.instant(),
                                    false)));
        }
    }

    private void forward(Hook hook, Standing standing) {
        List<CheckInEvent> part = events.eventsAfter(hook.cursor(), PART);
        List<HookChange> aside = new ArrayList<>();
        long reached = hook.cursor();
        boolean stopped = false;
        for (int i = 0; i < part.size() && !stopped; i++) {
            CheckInEvent event = part.get(i);
            Optional<String> failure = failure(hook, event);
            if (failure.isEmpty()) {
                standing.failures = 0;
            } else if (failure.get().equals("HTTP_" + GONE)) {
                append(new HookChange.SaveHook(new Hook(hook.id(), hook.url(), hook.format(), false, hook.cursor())));
                stopped = true;
            } else if (++standing.failures < TRIES) {
                standing.next = clock.instant().plus(waitAfter(standing.failures));
                stopped = true;
            } else {
                standing.failures = 0;
                aside.add(new HookChange.LayAside(new DeadLetter(
                        hook.id(), event.id(), event.logIndex(), failure.get(), clock.instant(), false)));
            }
            boolean lastOfIndex = i + 1 == part.size() || part.get(i + 1).logIndex() != event.logIndex();
            if (!stopped && lastOfIndex) {
                reached = event.logIndex();
            }
        }
        aside.forEach(this::append);
        if (reached > hook.cursor()) {
            append(new HookChange.AdvanceHook(hook.id(), reached));
        }
    }

    /// Empty where the webhook took it.
    private Optional<String> failure(Hook hook, CheckInEvent event) {
        HookSender.Answer answer = send(hook, HookMessage.of(event, hook.format(), source, json));
        return taken(answer) ? Optional.empty() : Optional.of(detail(answer));
    }

    private HookSender.Answer send(Hook hook, HookMessage message) {
        byte[] key = HookService.key(secrets, hook.id());
        return sender.post(URI.create(hook.url()), message.headers(key, clock.instant()), message.body());
    }

    private static boolean taken(HookSender.Answer answer) {
        return answer instanceof HookSender.Answer.Status(int code) && code / 100 == 2;
    }

    private static String detail(HookSender.Answer answer) {
        return switch (answer) {
            case HookSender.Answer.Status(int code) -> "HTTP_" + code;
            case HookSender.Answer.Broken(String code) -> code;
            case HookSender.Answer.Forbidden _ -> "ADDRESS_FORBIDDEN";
        };
    }

    /// Sends one message that is about nobody, whatever the webhook waits for and whether it is active, and waits for
    /// what comes of it. On any thread; keeps nothing.
    ///
    /// @throws RefusedException where there is no such webhook
    public HookTrial test(HookId id) {
        Hook hook = store.hook(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is nothing under this address."));
        Instant begun = clock.instant();
        long start = System.nanoTime();
        HookSender.Answer answer = send(hook, HookMessage.test(id, begun, hook.format(), source, json));
        return new HookTrial(taken(answer), detail(answer), (System.nanoTime() - start) / 1_000_000);
    }

    /// Three times longer each time, up to the longest, and up to a fifth more or less of it, so that many
    /// webhooks of one receiver do not come back at once.
    Duration waitAfter(int failures) {
        double wait = (double) FIRST_WAIT.toMillis() * Math.pow(3, failures - 1.0);
        double capped = Math.min(wait, (double) LONGEST_WAIT.toMillis());
        return Duration.ofMillis((long) (capped * (0.8 + 0.4 * random.nextDouble())));
    }

    private void append(HookChange change) {
        commands.append(ids.command(), Command.NODE, change);
    }
}
