package org.seatside.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.client.outbox.Outbox;
import org.seatside.client.outbox.OutboxException;
import org.seatside.client.outbox.OutboxState;
import org.seatside.client.outbox.Progress;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.NodeTime;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk's side of its node: pairs, proves itself, sends check-ins, keeps the provision and the time. Append
/// to the outbox first, then [#send]; what got no answer is sent in the background. Thread-safe; calls that
/// talk to the node block.
public final class KioskLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KioskLink.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(3);

    /// A campus of thousands of rooms and a week of meetings.
    private static final int LARGEST_PROVISION = 16 << 20;

    private final Json json;
    private final Outbox outbox;
    private final DeviceKey key;
    private final String version;
    private final Transport transport;
    private final NodeClock clock;
    private final KioskFolder folder;
    private final KioskTokens tokens;
    private final CheckInSender sender;
    private final Drain drain;
    private final StatusBoard board;
    private final LossWatch losses = new LossWatch(System::nanoTime);
    private final Ids ids;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kiosk-link").daemon(true).factory());
    private final List<Consumer<Provision>> onProvision = new CopyOnWriteArrayList<>();
    private volatile @Nullable PairedKiosk pairing;
    private volatile @Nullable Provision provision;
    private volatile @Nullable Supplier<String> camera;

    /// @param nodes base addresses; of several, the first that is ready is used
    /// @param directory where pairing and provision are kept
    /// @param version of the kiosk, for staff to see
    /// @throws IOException where the pairing kept cannot be read; a provision that cannot be trusted is left out
    public KioskLink(
            List<URI> nodes,
            Path directory,
            DeviceKey key,
            Outbox outbox,
            String version,
            Json json,
            InstantSource wall)
            throws IOException {
        this.json = json;
        this.outbox = outbox;
        this.key = key;
        this.version = version;
        this.folder = new KioskFolder(directory, json);
        this.pairing = folder.pairing().orElse(null);
        this.provision = remembered();
        this.ids = new Ids(wall, new SecureRandom());
        this.transport = new Transport(nodes, json);
        this.transport.trust(provision().map(Provision::authorities).orElse(null));
        this.clock = new NodeClock(wall, System::nanoTime);
        this.tokens = new KioskTokens(transport, key, clock);
        this.board = new StatusBoard(wall, outbox::waiting, pairing != null);
        this.sender = new CheckInSender(transport, tokens, clock, outbox, this::kiosk, this::heard);
        this.drain = new Drain(outbox, sender);
        outbox.onChange(board::refresh);
    }

    private @Nullable Provision remembered() {
        PairedKiosk with = pairing;
        if (with == null) {
            return null;
        }
        try {
            return folder.provision(with).orElse(null);
        } catch (IOException e) {
            LOG.error("The provision on disk is not used: {}", e.getMessage());
            return null;
        }
    }

    /// Begins to send what waits, to report to the node every 20 seconds, to renew the provision every 5
    /// minutes, and to drop what the outbox need not keep once a day.
    ///
    /// @param camera constant name of the camera's state
    public void start(Supplier<String> camera) {
        this.camera = camera;
        drain.start();
        Future<?> _ = schedule.scheduleWithFixedDelay(this::report, 0, 20, TimeUnit.SECONDS);
        Future<?> _ = schedule.scheduleWithFixedDelay(this::renewProvision, 0, 300, TimeUnit.SECONDS);
        Future<?> _ = schedule.scheduleWithFixedDelay(this::prune, 1, 24 * 60, TimeUnit.MINUTES);
    }

    private void prune() {
        try {
            int dropped = outbox.prune();
            LOG.info("Dropped {} journal files in which everything was accepted long ago", dropped);
        } catch (OutboxException e) {
            LOG.warn("No journal files were dropped: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The journal could not be looked through for files to drop", e);
        }
    }

    private void report() {
        Supplier<String> now = camera;
        try {
            if (now != null && kiosk().isPresent()) {
                heartbeat(now.get());
            }
        } catch (NodeException e) {
            LOG.debug("No report to the node: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The report to the node failed", e);
        }
    }

    private void renewProvision() {
        try {
            if (kiosk().isPresent()) {
                refreshProvision();
            }
        } catch (NodeException e) {
            LOG.debug("The provision was not renewed: {}", e.getMessage());
        } catch (IOException e) {
            LOG.error("The node's provision is not used: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The provision could not be renewed", e);
        }
    }

    /// Registers this kiosk's key under the code of an invitation, and fetches the first provision.
    ///
    /// @throws NodeException of kind INVALID, FORBIDDEN or NOT_FOUND where the code is wrong, used or too old
    /// @throws IOException where the pairing cannot be kept or the node's provision is not to be trusted
    public PairedKiosk pair(String code) throws NodeException, IOException {
        Call call = Call.change("POST", Paths.KIOSKS + "/pair", new PairKiosk(code, key.publicKey()), ids.command());
        PairedKiosk paired = read(transport.call(call), PairedKiosk.class);
        folder.pair(paired, code);
        tokens.forget();
        transport.trust(null);
        provision = null;
        pairing = paired;
        board.say(LinkStatus.State.STARTING);
        refreshProvision();
        drain.wake();
        schedule.execute(this::report);
        return paired;
    }

    public Optional<PairedKiosk> pairing() {
        return Optional.ofNullable(pairing);
    }

    /// Whether this kiosk was paired with this very code last: it cannot be used again.
    public boolean isUsed(String code) {
        try {
            return folder.isUsed(code);
        } catch (IOException e) {
            LOG.warn("The code used last cannot be read: {}", e.getMessage());
            return false;
        }
    }

    private Optional<KioskId> kiosk() {
        return pairing().map(PairedKiosk::kiosk);
    }

    /// The last provision that was to be trusted, from the node or the disk.
    public Optional<Provision> provision() {
        return Optional.ofNullable(provision);
    }

    /// Called with every new provision, on the thread that fetched it.
    public void onProvision(Consumer<Provision> listener) {
        onProvision.add(listener);
    }

    /// Asks the node for the provision.
    ///
    /// @throws UntrustedProvisionException where it is not signed by the issuer this kiosk is paired with
    public Provision refreshProvision() throws NodeException, IOException {
        PairedKiosk with = pairing;
        if (with == null) {
            throw new NodeException(NodeException.Kind.UNAUTHORIZED, "Pair this kiosk first", null);
        }
        Call call = Call.get(Paths.KIOSK_SELF).answeredWithAtMost(LARGEST_PROVISION);
        SignedProvision signed = read(asKiosk(call, with.kiosk()), SignedProvision.class);
        Provision fresh = folder.keep(signed, with);
        provision = fresh;
        transport.trust(fresh.authorities());
        onProvision.forEach(listener -> listener.accept(fresh));
        return fresh;
    }

    /// This moment by the kiosk's clock, with what is known of the node's.
    public KioskTime now() {
        return clock.now();
    }

    /// Sends a check-in that the outbox has; never throws for what the network does. Whatever the result, the
    /// outbox knows it.
    ///
    /// @param within the longest to wait; after it the check-in is sent in the background
    public SendResult send(CheckIn checkIn, Duration within) {
        SendResult result = sender.send(checkIn, within);
        if (result instanceof SendResult.NoAnswer) {
            drain.wake();
        }
        return result;
    }

    /// Tells the node how the kiosk does; measures the clock by its answer, and sees by it whether the node lost
    /// check-ins.
    void heartbeat(String camera) throws NodeException {
        PairedKiosk with = pairing;
        if (with == null) {
            return;
        }
        OutboxState state = outbox.state();
        Long offset = clock.offset().map(Duration::toMillis).orElse(null);
        Progress progress = outbox.progress();
        KioskState said = new KioskState(version, camera, state.waiting(), state.refused(), offset, progress.epoch());
        Call call = new Call("PUT", Paths.KIOSK_SELF + "/state", said, Map.of(), WITHIN)
                .with("Idempotency-Key", ids.command().toString());
        NodeClock.Sent sent = clock.sent();
        NodeTime time = read(asKiosk(call, with.kiosk()), NodeTime.class);
        clock.answered(sent, time.now());
        watchForLoss(progress, time);
    }

    /// Asks a node whether a PIN is right. Never throws for what the network does; each call counts as an attempt, so
    /// it is not repeated by itself.
    ///
    /// @param within the longest to wait
    public PinResult checkPin(String number, String pin, Duration within) {
        Optional<KioskId> me = kiosk();
        if (me.isEmpty()) {
            return new PinResult.Unchecked();
        }
        try {
            Call call = new Call("POST", Paths.PINS + "/checks", new PinCheck(number, pin), Map.of(), within);
            PinAnswer answer = read(asKiosk(call, me.get()), PinAnswer.class);
            String proof = answer.proof();
            return answer.right() && proof != null
                    ? new PinResult.Right(proof)
                    : new PinResult.Wrong(answer.waitSeconds());
        } catch (NodeException e) {
            LOG.debug("A PIN was not checked: {}", e.getMessage());
            return new PinResult.Unchecked();
        }
    }

    /// Notices for this kiosk, and how far its call for help has come.
    public KioskAssist assist() throws NodeException {
        return read(asKiosk(Call.get(Paths.KIOSK_ASSIST), known()), KioskAssist.class);
    }

    /// Calls staff to this kiosk; where a call is open already, that is the answer.
    public HelpCall callHelp() throws NodeException {
        Call call = Call.change("POST", Paths.KIOSK_ASSIST + "/help-calls", null, ids.command());
        return read(asKiosk(call, known()), HelpCall.class);
    }

    /// Takes a call for help back.
    public HelpCall takeBack(HelpCallId help) throws NodeException {
        Call call = Call.change("DELETE", Paths.KIOSK_ASSIST + "/help-calls/" + help, null, ids.command());
        return read(asKiosk(call, known()), HelpCall.class);
    }

    /// What staff tell and ask this kiosk, as it happens.
    public KioskDesk desk() {
        return new KioskDesk(
                transport,
                new KioskDesk.Calls() {
                    @Override
                    public byte[] call(Call call) throws NodeException {
                        return asKiosk(call, known());
                    }

                    @Override
                    public String token() throws NodeException {
                        return tokens.token(known(), WITHIN);
                    }

                    @Override
                    public void refused(String token) {
                        tokens.refused(token);
                    }
                },
                json);
    }

    private KioskId known() throws NodeException {
        return kiosk().orElseThrow(
                        () -> new NodeException(NodeException.Kind.UNAUTHORIZED, "Pair this kiosk first", null));
    }

    private void watchForLoss(Progress acknowledged, NodeTime node) {
        switch (losses.heard(acknowledged, node.highWater(), node.contiguous())) {
            case NOTHING_LOST -> {
                // Nearly always.
            }
            case SUSPICIOUS -> {
                if (!schedule.isShutdown()) {
                    Future<?> _ = schedule.schedule(this::report, 1, TimeUnit.SECONDS);
                }
            }
            case LOST -> sendAllAgain(node);
        }
    }

    private void sendAllAgain(NodeTime node) {
        try {
            int again = outbox.resendAccepted();
            LOG.warn(
                    "Of the check-ins it acknowledged the node has those up to {}, all up to {}: {} go again",
                    node.highWater(),
                    node.contiguous(),
                    again);
            drain.wake();
        } catch (OutboxException e) {
            LOG.error("The node lost check-ins, which could not be made to wait again", e);
        }
    }

    private byte[] asKiosk(Call call, KioskId kiosk) throws NodeException {
        try {
            byte[] body = sender.asKiosk(call, kiosk);
            if (board.say(LinkStatus.State.READY)) {
                drain.wake();
            }
            return body;
        } catch (NodeException e) {
            heard(Answers.to(e));
            throw e;
        }
    }

    private void heard(SendResult result) {
        LinkStatus.State now = switch (result) {
            case SendResult.Answered _, SendResult.RefusedByNode _ -> LinkStatus.State.READY;
            case SendResult.NoAnswer none -> state(none.cause());
        };
        if (board.say(now) && now == LinkStatus.State.READY) {
            drain.wake();
        }
    }

    private LinkStatus.State state(SendResult.Cause cause) {
        return switch (cause) {
            case NOT_PAIRED -> LinkStatus.State.NOT_PAIRED;
            case REVOKED -> LinkStatus.State.REVOKED;
            case UNREACHABLE, TIMED_OUT, NOT_READY, GARBAGE -> LinkStatus.State.UNREACHABLE;
            case INTERRUPTED -> board.status().state();
        };
    }

    public LinkStatus status() {
        return board.status();
    }

    /// Called when the state or the number of waiting check-ins changes, on the thread that changed it: be quick.
    public void onStatus(Consumer<LinkStatus> listener) {
        board.onChange(listener);
    }

    private <T> T read(byte[] body, Class<T> type) throws NodeException {
        try {
            return json.read(body, type);
        } catch (MalformedJsonException e) {
            throw Transport.notOurs("Not what a node answers", e);
        }
    }

    /// Stops sending; what waits stays in the outbox, which is the caller's to close. Returns within eight
    /// seconds.
    @Override
    public void close() {
        schedule.shutdownNow();
        transport.close();
        drain.close();
        try {
            if (!schedule.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The kiosk's link did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
