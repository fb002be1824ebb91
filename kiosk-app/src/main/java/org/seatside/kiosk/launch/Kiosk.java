package org.seatside.kiosk.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.client.KioskLink;
import org.seatside.client.LinkStatus;
import org.seatside.client.outbox.OutboxState;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Messages;
import org.seatside.fx.Typeface;
import org.seatside.kiosk.capture.CameraWatch;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.scan.FrameLoop;
import org.seatside.kiosk.scan.Preview;
import org.seatside.kiosk.scan.Scan;
import org.seatside.kiosk.scan.ScanLoop;
import org.seatside.kiosk.ui.Announcer;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.HeaderViewModel;
import org.seatside.kiosk.ui.KioskSetting;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.kiosk.ui.KioskView;
import org.seatside.kiosk.ui.KioskViewModel;
import org.seatside.kiosk.ui.LinkLight;
import org.seatside.kiosk.voice.HeadphoneJack;
import org.seatside.kiosk.voice.SpeakerTones;
import org.seatside.kiosk.voice.SystemVoice;
import org.seatside.model.api.Provision;
import org.seatside.model.id.Ids;
import org.seatside.payload.PairingCode;
import org.seatside.qr.ReaderSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk: made, shown once on a window, closed once. Owns the camera it is given.
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final String VERSION = "0.1.0";
    private static final int JUDGED_PER_SECOND = 5;
    private static final Duration DUTY_RETRY = Duration.ofSeconds(3);
    private static final Duration HEADPHONES_EVERY = Duration.ofSeconds(2);

    private final KioskConfig config;
    private final FrameSource camera;
    private final FxTasks tasks = new FxTasks();
    private final InstantSource clock = InstantSource.system();
    private final AtomicReference<Optional<Duty>> duty = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<CampusRules>> campus = new AtomicReference<>(Optional.empty());
    private final HeaderViewModel header;
    private final Announcer announcer;
    private final KioskSetting setting;
    private final KioskViewModel model;
    private final Typeface typeface = Typeface.find();
    private final CameraWatch watch;
    private final Milestones milestones = new Milestones();
    private final ScanLoop scanner;
    private final Preview preview;
    private final FrameLoop judging;
    private final AtomicBoolean pairingAnew = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean testing = new AtomicBoolean();
    private final Pairing pairing;
    private final Instant started;
    private volatile Consumer<Frame> picture = _ -> {};
    private volatile Runnable restart = () -> {};
    private volatile @Nullable AutoCloseable staffLine;

    /// Nothing runs, and nothing on the disk is touched, before [#show].
    ///
    /// @param camera started or not; [#show] starts it
    /// @param reports what became of each scan, called on the JavaFX thread; be quick
    public Kiosk(KioskConfig config, FrameSource camera, Consumer<CheckInReport> reports) {
        this.config = config;
        this.camera = camera;
        started = clock.instant();
        pairing = new Pairing(tasks, config.pairingCode());
        CheckInDesk desk =
                new CheckInDesk(campus::get, new DutyLine(duty::get, clock), new Ids(clock, new SecureRandom()), clock);
        Locale language = typeface.korean() ? config.language().locale() : Locale.ENGLISH;
        Messages messages = new Messages(KioskView.class, "kiosk", language);
        setting = config.setting(language);
        header = new HeaderViewModel(tasks, clock, campus::get);
        announcer = new Announcer(messages, tasks, SystemVoice.find(System.getenv()), new SpeakerTones());
        model = new KioskViewModel(
                messages,
                tasks,
                desk,
                announcer,
                setting,
                header,
                new NodeHelpLine(tasks, () -> duty.get().map(Duty::link)),
                reports);
        ReaderSettings codes = new ReaderSettings(config.camera().cardCodes(), true);
        watch = new CameraWatch(
                config.camera().source() == KioskConfig.Source.WEBCAM, Path.of("/dev"), model::cameraIs);
        scanner = new ScanLoop(camera, codes, watch::saw, this::scanned);
        preview = new Preview(camera, scanner::idle, tasks, frame -> picture.accept(frame));
        judging = new FrameLoop("camera-judge", camera, JUDGED_PER_SECOND, watch::saw);
    }

    /// Opens the kiosk on this window and starts to serve. On the JavaFX thread.
    public void show(Stage stage) {
        KioskView view = new KioskView(
                model,
                setting,
                new StaffPanel(tasks, duty::get, camera, config.data(), stage::close),
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
        // A window system's own keys are for its configuration: see packaging/linux.
        stage.setOnCloseRequest(event -> {
            if (!config.staffExit()) {
                event.consume();
            }
        });
        picture = milestones.firstPicture(view);
        restart = stage::close;
        stage.show();
        camera.onState(watch::sourceIs);
        camera.start();
        preview.start();
        judging.start();
        watchHeadphones();
        takeUpDuty();
    }

    /// A folder that cannot be opened is tried again: another kiosk may end, a disk may have room again.
    private void takeUpDuty() {
        tasks.create(() -> Duty.open(config, VERSION, clock))
                .onSuccess(this::onDuty)
                .onError(IOException.class, e -> {
                    if (!(model.state().get() instanceof KioskState.OutOfOrder)) {
                        LOG.error("Check-ins cannot be kept in {}, tries again: {}", config.data(), e.getMessage());
                    }
                    noDuty();
                })
                .onError(RuntimeException.class, e -> {
                    LOG.error("The folder {} could not be opened, incident {}", config.data(), UUID.randomUUID(), e);
                    noDuty();
                })
                .start();
    }

    private void noDuty() {
        model.broken(Fault.OUTBOX);
        begin();
        tasks.after(DUTY_RETRY, this::takeUpDuty);
    }

    /// Nobody is served before it is known whether anybody can be.
    private void begin() {
        if (begun.compareAndSet(false, true)) {
            model.start();
            scanner.start();
        }
    }

    private void onDuty(Duty open) {
        if (closed.get()) {
            open.close();
            return;
        }
        duty.set(Optional.of(open));
        KioskLink link = open.link();
        link.onProvision(this::provisioned);
        link.provision().ifPresent(this::provisioned);
        link.onStatus(this::linkIs);
        open.outbox().onChange(() -> outboxChanged(open));
        linkIs(link.status());
        if (link.pairing().isEmpty()) {
            model.broken(Fault.NOT_PAIRED);
            pairing.pair(link);
        } else {
            model.mended();
        }
        begin();
        link.start(() -> Cameras.name(camera.state()));
        listenToStaff(open);
    }

    private void scanned(Scan scan) throws InterruptedException {
        if (testing.get()) {
            return;
        }
        Optional<PairingCode> shown = PairingCode.parse(scan.text());
        if (shown.isPresent() && wantsPairing()) {
            tasks.show(() -> pairBy(shown.get()));
        } else {
            model.scanned(scan.text(), scan.frame(), scan.captureNanos());
        }
    }

    private boolean wantsPairing() {
        return duty.get()
                .map(Duty::link)
                .filter(link -> link.pairing().isEmpty() || link.status().state() == LinkStatus.State.REVOKED)
                .isPresent();
    }

    /// Another node than before is taken only by a kiosk that has nothing of a campus: what waits in an outbox is
    /// for the campus it was recorded for.
    private void pairBy(PairingCode shown) {
        Duty open = duty.get().orElse(null);
        if (open == null) {
            return;
        }
        pairing.use(shown.code());
        if (open.nodes().contains(shown.node())) {
            pairing.pair(open.link());
        } else if (open.link().pairing().isPresent() || open.outbox().waiting() > 0) {
            LOG.error("The pairing code is of another node than this kiosk's: give it a new folder first");
        } else {
            duty.set(Optional.empty());
            tasks.create(() -> {
                        closeStaffLine();
                        open.close();
                        return KnownNodes.keep(config.data(), shown.node());
                    })
                    .onError(IOException.class, e -> LOG.error("The node cannot be kept: {}", e.getMessage()))
                    .andFinally(this::takeUpDuty)
                    .start();
        }
    }

    /// What staff tell and ask comes as it happens.
    private void listenToStaff(Duty open) {
        StaffErrands errands =
                new StaffErrands(tasks, camera, model, open.link().desk(), new Surroundings(open));
        staffLine = open.link().desk().follow(assist -> {
            model.notices(assist.notices());
            errands.asked(assist.actions());
        });
    }

    private final class Surroundings implements StaffErrands.Surroundings {
        private final Duty open;

        Surroundings(Duty open) {
            this.open = open;
        }

        @Override
        public Instant now() {
            return open.link().now().corrected();
        }

        @Override
        public byte[] report() {
            return StatusReport.of(open, camera, announcer, config.data(), VERSION, started);
        }

        @Override
        public void testing(boolean on) {
            testing.set(on);
        }

        @Override
        public void restart() {
            LOG.info("Staff start the program again");
            restart.run();
        }
    }

    private void watchHeadphones() {
        switch (config.access().headphones()) {
            case ALWAYS -> announcer.headphones(true);
            case NEVER -> LOG.debug("Nobody listens alone here");
            case DETECT -> {
                if (HeadphoneJack.canTell(System.getenv().getOrDefault("PATH", ""), File.pathSeparator)) {
                    lookForHeadphones();
                }
            }
        }
    }

    private void lookForHeadphones() {
        tasks.create(HeadphoneJack::plugged)
                .onSuccess(announcer::headphones)
                .onError(IOException.class, e -> {
                    LOG.debug("Headphones: {}", e.getMessage());
                    announcer.headphones(false);
                })
                .andFinally(() -> tasks.after(HEADPHONES_EVERY, this::lookForHeadphones))
                .start();
    }

    private void provisioned(Provision provision) {
        try {
            campus.set(Optional.of(CampusRules.of(provision)));
            boolean records = duty.get()
                    .filter(open -> open.outbox().state().appending() != OutboxState.Appending.BROKEN)
                    .isPresent();
            if (records) {
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
        milestones.waiting(status.waiting());
        if (status.state() == LinkStatus.State.REVOKED) {
            model.broken(Fault.NOT_PAIRED);
            if (!pairingAnew.getAndSet(true)) {
                duty.get().ifPresent(open -> pairing.pair(open.link()));
            }
        }
    }

    private void outboxChanged(Duty open) {
        if (open.outbox().state().appending() == OutboxState.Appending.BROKEN) {
            model.broken(Fault.OUTBOX);
        }
    }

    /// What the kiosk is doing; changes on the JavaFX thread.
    public KioskViewModel model() {
        return model;
    }

    /// Check-ins that no node has acknowledged yet.
    public int waiting() {
        return duty.get().map(open -> open.outbox().waiting()).orElse(0);
    }

    /// Ends camera, threads and link, then the outbox; what waits in it is sent after the next start. Returns
    /// within twenty seconds. Any thread; the window is the caller's to close.
    @Override
    public void close() {
        closed.set(true);
        scanner.close();
        preview.close();
        judging.close();
        camera.close();
        closeStaffLine();
        duty.getAndSet(Optional.empty()).ifPresent(Duty::close);
        tasks.close();
    }

    private void closeStaffLine() {
        AutoCloseable line = staffLine;
        if (line != null) {
            try {
                line.close();
            } catch (Exception e) {
                LOG.warn("The line to staff did not close", e);
            }
        }
    }
}
