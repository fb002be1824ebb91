package org.seatside.kiosk.launch;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.LinkStatus;
import org.seatside.client.NodeException;
import org.seatside.client.outbox.Outbox;
import org.seatside.client.outbox.OutboxException;
import org.seatside.client.outbox.OutboxState;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Messages;
import org.seatside.fx.Typeface;
import org.seatside.json.Json;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.scan.FrameLoop;
import org.seatside.kiosk.scan.ScanLoop;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.HeaderViewModel;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.kiosk.ui.KioskView;
import org.seatside.kiosk.ui.KioskViewModel;
import org.seatside.kiosk.ui.LinkLight;
import org.seatside.kiosk.ui.SpeakerTones;
import org.seatside.model.api.Provision;
import org.seatside.model.id.Ids;
import org.seatside.qr.ReaderSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk: made, shown once on a window, closed once. Owns the camera it is given.
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final String VERSION = "0.1.0";
    private static final int PREVIEWS_PER_SECOND = 15;
    private static final Duration PAIRING_RETRY = Duration.ofSeconds(5);

    private final KioskConfig config;
    private final FrameSource camera;
    private final FxTasks tasks = new FxTasks();
    private final Outbox outbox;
    private final KioskLink link;
    private final AtomicReference<Optional<CampusRules>> campus = new AtomicReference<>(Optional.empty());
    private final HeaderViewModel header;
    private final KioskViewModel model;
    private final Typeface typeface = Typeface.find();
    private final ScanLoop scanner;
    private final FrameLoop preview;
    private final AtomicReference<Optional<Frame>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean pairingAnew = new AtomicBoolean();
    private volatile Consumer<Frame> picture = _ -> {};

    /// Opens what is on the disk; nothing runs before [#show].
    ///
    /// @param camera not started
    /// @param reports what became of each scan, called on the JavaFX thread; be quick
    /// @throws UnusableKioskException where another kiosk uses the folder, or what is in it cannot be used
    public Kiosk(KioskConfig config, FrameSource camera, Consumer<CheckInReport> reports)
            throws UnusableKioskException {
        this.config = config;
        this.camera = camera;
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Json json = new Json();
        outbox = open(config, json, clock, random);
        link = link(config, outbox, json, clock);
        LinkedLine line = new LinkedLine(outbox, link);
        CheckInDesk desk = new CheckInDesk(campus::get, line, new Ids(clock, random), clock);
        Messages messages = new Messages(
                KioskView.class, "kiosk", typeface.korean() ? config.language().locale() : Locale.ENGLISH);
        header = new HeaderViewModel(tasks, clock, campus::get);
        model = new KioskViewModel(messages, tasks, desk, new SpeakerTones(), config.setting(), header, reports);
        ReaderSettings codes = new ReaderSettings(config.camera().cardCodes(), true);
        scanner = new ScanLoop(camera, codes, scan -> model.scanned(scan.text(), scan.frame(), scan.captureNanos()));
        preview = new FrameLoop("preview", camera, PREVIEWS_PER_SECOND, this::preview);
    }

    private static Outbox open(KioskConfig config, Json json, InstantSource clock, SecureRandom random)
            throws UnusableKioskException {
        try {
            return Outbox.open(config.data().resolve("outbox"), json, clock, random);
        } catch (OutboxException e) {
            throw new UnusableKioskException(
                    "Check-ins cannot be kept in " + config.data() + " (" + e.kind()
                            + "): end the other kiosk that uses it, or give another folder as data",
                    e);
        }
    }

    private static KioskLink link(KioskConfig config, Outbox outbox, Json json, InstantSource clock)
            throws UnusableKioskException {
        try {
            DeviceKey key = DeviceKey.at(config.data().resolve("device.key"));
            return new KioskLink(config.nodes(), config.data(), key, outbox, VERSION, json, clock);
        } catch (IOException e) {
            close(outbox);
            throw new UnusableKioskException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Opens the kiosk on this window and starts to serve. On the JavaFX thread.
    public void show(Stage stage) {
        KioskView view = new KioskView(
                model,
                config.setting(),
                tasks,
                typeface,
                config.screen().width(),
                config.screen().height());
        stage.titleProperty().bind(model.title());
        stage.setScene(view.scene());
        if (config.fullScreen()) {
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreenExitHint("");
            stage.setFullScreen(true);
        }
        if (config.staffExit()) {
            view.scene()
                    .getAccelerators()
                    .put(
                            new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                            stage::close);
        }
        picture = view::show;
        stage.show();
        serve();
    }

    private void serve() {
        model.start();
        camera.onState(state -> model.cameraWorks(Cameras.works(state)));
        link.onProvision(this::provisioned);
        link.provision().ifPresent(this::provisioned);
        link.onStatus(this::linkIs);
        outbox.onChange(this::outboxChanged);
        linkIs(link.status());
        if (link.pairing().isEmpty()) {
            model.broken(Fault.NOT_PAIRED);
            pair();
        } else if (campus.get().isEmpty()) {
            LOG.info("Paired, waits for its provision");
        }
        link.start(() -> Cameras.name(camera.state()));
        camera.start();
        scanner.start();
        preview.start();
    }

    private void pair() {
        if (config.pairingCode().isEmpty()) {
            LOG.warn("Not paired: give the pairing code of the admin app as pairingCode");
            return;
        }
        tasks.create(() -> link.pair(config.pairingCode()))
                .onSuccess(paired -> LOG.info("Paired as {}", paired.kiosk()))
                .onError(NodeException.class, this::notPaired)
                .onError(IOException.class, e -> LOG.error("Paired, but not usable: {}", e.getMessage()))
                .start();
    }

    /// A code is good for one pairing: the one that the revoked pairing was made with is of no use.
    private void pairAnew() {
        String code = config.pairingCode();
        if (code.isEmpty() || link.isUsed(code)) {
            LOG.warn("The node no longer knows this kiosk: give a new pairing code of the admin app as pairingCode");
        } else if (!pairingAnew.getAndSet(true)) {
            pair();
        }
    }

    private void notPaired(NodeException e) {
        switch (e.kind()) {
            case UNREACHABLE, NODE_FAILED, CONFLICT -> {
                LOG.warn("Not paired yet, tries again: {}", e.getMessage());
                tasks.after(PAIRING_RETRY, this::pair);
            }
            case INVALID, FORBIDDEN, NOT_FOUND, UNAUTHORIZED ->
                LOG.error("The pairing code is wrong, used or too old: get a new one from the admin app");
        }
    }

    private void provisioned(Provision provision) {
        try {
            campus.set(Optional.of(CampusRules.of(provision)));
            if (outbox.state().appending() != OutboxState.Appending.BROKEN) {
                model.mended();
            }
        } catch (IllegalArgumentException e) {
            LOG.error("The provision cannot be used, the one before stays: {}", e.getMessage());
        }
    }

    private void linkIs(LinkStatus status) {
        LinkLight.State light = switch (status.state()) {
            case STARTING -> LinkLight.State.STARTING;
            case READY -> LinkLight.State.READY;
            case UNREACHABLE -> LinkLight.State.OFFLINE;
            case NOT_PAIRED, REVOKED -> LinkLight.State.NOT_PAIRED;
        };
        header.linkIs(new LinkLight(light, status.waiting()));
        if (status.state() == LinkStatus.State.REVOKED) {
            model.broken(Fault.NOT_PAIRED);
            pairAnew();
        }
    }

    private void outboxChanged() {
        if (outbox.state().appending() == OutboxState.Appending.BROKEN) {
            model.broken(Fault.OUTBOX);
        }
    }

    /// Colours are worked out here, on the preview's thread; a screen that is busy gets the newest frame only.
    private void preview(Frame frame) {
        frame.argb();
        if (newest.getAndSet(Optional.of(frame)).isEmpty()) {
            tasks.show(() -> newest.getAndSet(Optional.empty()).ifPresent(picture));
        }
    }

    /// What the kiosk is doing; changes on the JavaFX thread.
    public KioskViewModel model() {
        return model;
    }

    /// Check-ins that no node has acknowledged yet.
    public int waiting() {
        return outbox.waiting();
    }

    /// Ends camera, threads and link, then the outbox; what waits in it is sent after the next start. Returns
    /// within
    /// twenty seconds. Any thread; the window is the caller's to close.
    @Override
    public void close() {
        scanner.close();
        preview.close();
        camera.close();
        link.close();
        close(outbox);
        tasks.close();
    }

    private static void close(Outbox outbox) {
        try {
            outbox.close();
        } catch (OutboxException e) {
            LOG.error("The outbox did not close", e);
        }
    }
}
