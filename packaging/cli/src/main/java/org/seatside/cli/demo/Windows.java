package org.seatside.cli.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.launch.Admin;
import org.seatside.admin.launch.AdminSettings;
import org.seatside.admin.start.Place;
import org.seatside.camera.FrameSource;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Theme;
import org.seatside.kiosk.launch.Kiosk;
import org.seatside.kiosk.launch.KioskConfig;
import org.seatside.kiosk.launch.KioskConfig.Headphones;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.kiosk.ui.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk's window and the staff's, in this process, each as its program opens it. Made and used off the
/// JavaFX thread.
final class Windows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);
    private static final int WINDOWS = 2;
    private static final int PAIRING_SECONDS = 30;

    private final FxTasks tasks = new FxTasks();
    private final BlockingQueue<CheckInReport> reports = new LinkedBlockingQueue<>();
    private final CountDownLatch open = new CountDownLatch(WINDOWS);
    private final CountDownLatch paired = new CountDownLatch(1);
    private @Nullable Kiosk kiosk;
    private @Nullable Admin admin;
    private @Nullable Scene kioskScene;
    private @Nullable Scene adminScene;

    /// Starts the toolkit; once in a process.
    static void startToolkit(boolean headless) {
        if (headless) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
    }

    /// Opens the kiosk, which pairs itself with the code.
    void openKiosk(SampleNode.Open node, Path data, String pairingCode, FrameSource camera) {
        KioskConfig config = new KioskConfig(
                List.of(node.uri()),
                data,
                pairingCode,
                KioskConfig.Language.KO,
                Theme.LIGHT,
                100,
                false,
                true,
                "",
                "",
                "",
                new KioskConfig.Screen(21.5, 1280, 720),
                new KioskConfig.Camera(KioskConfig.Source.WEBCAM, "", 1280, 720, Path.of(""), 2.0, "", true, false),
                new KioskConfig.Access(false, 100, false, false, Operation.DIRECT, 2_000, false, Headphones.DETECT));
        Kiosk made = new Kiosk(config, camera, reports::add);
        kiosk = made;
        onFx(() -> {
            made.model().state().addListener(pairing());
            Stage stage = new Stage();
            stage.setOnHidden(_ -> open.countDown());
            made.show(stage);
            kioskScene = stage.getScene();
            return stage;
        });
    }

    /// A kiosk without a campus is out of order; once it is no longer, it has one.
    private ChangeListener<KioskState> pairing() {
        return (_, before, now) -> {
            if (before instanceof KioskState.OutOfOrder && now instanceof KioskState.Idle) {
                paired.countDown();
            }
        };
    }

    void openAdmin(SampleNode.Open node, FrameSource camera) {
        admin = onFx(() -> {
            Stage stage = new Stage();
            AdminSettings settings = new AdminSettings(
                    Locale.KOREAN,
                    Theme.LIGHT,
                    1,
                    AdminSettings.WIDTH,
                    AdminSettings.HEIGHT,
                    () -> camera,
                    uri -> LOG.info("Would open {}", uri));
            Admin made = new Admin(stage, List.of(node.uri()), Place.at(node.uri()), settings);
            made.open(node.about(), node.session());
            stage.setOnHidden(_ -> open.countDown());
            stage.show();
            adminScene = stage.getScene();
            return made;
        });
    }

    void awaitPaired() throws IOException, InterruptedException {
        if (!paired.await(PAIRING_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The kiosk was not paired within " + PAIRING_SECONDS + " s");
        }
    }

    BlockingQueue<CheckInReport> reports() {
        return reports;
    }

    boolean anyOpen() {
        return open.getCount() > 0;
    }

    /// Waits until both windows were closed.
    void awaitClosed() throws InterruptedException {
        open.await();
    }

    /// Saves a picture of each window: `NAME-kiosk.png` and `NAME-admin.png`.
    void shoot(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        save(kioskScene, folder.resolve(name + "-kiosk.png"));
        save(adminScene, folder.resolve(name + "-admin.png"));
    }

    private void save(@Nullable Scene scene, Path file) throws IOException {
        if (scene != null) {
            BufferedImage picture = onFx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    private <T> T onFx(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        tasks.show(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        Admin shownAdmin = admin;
        if (shownAdmin != null) {
            onFx(() -> {
                shownAdmin.close();
                return shownAdmin;
            });
        }
        Kiosk shownKiosk = kiosk;
        if (shownKiosk != null) {
            shownKiosk.close();
        }
        tasks.close();
        Platform.exit();
    }
}
