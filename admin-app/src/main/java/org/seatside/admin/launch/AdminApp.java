package org.seatside.admin.launch;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.start.Place;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Widgets;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Messages;
import org.seatside.fx.Typeface;
import org.seatside.json.config.ConfigException;
import org.seatside.server.NodeStartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The admin app as a program of its own: on the configured nodes, or on a node inside it.
public final class AdminApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(AdminApp.class);

    private final FxTasks tasks = new FxTasks();
    private @Nullable EmbeddedNode node;
    private @Nullable SampleNode sample;
    private @Nullable Admin admin;
    private boolean stopped;

    @Override
    public void start(Stage stage) throws ConfigException {
        AdminConfig config = AdminMain.config(getParameters().getRaw());
        Consumer<URI> browser = uri -> getHostServices().showDocument(uri.toString());
        AdminSettings settings = AdminSettings.of(config, browser);
        if (!config.nodes().isEmpty()) {
            open(stage, config.nodes(), Place.at(config.nodes().getFirst()), settings);
            return;
        }
        Opening opening = new Opening(stage, settings);
        tasks.create(() -> EmbeddedNode.start(config.own()))
                .onSuccess(started -> started(stage, started, settings))
                .onError(NodeStartException.class, e -> {
                    LOG.error("The node of this app did not start: {}", e.getMessage(), e);
                    opening.failed(String.valueOf(e.getMessage()));
                })
                .start();
    }

    private void started(Stage stage, EmbeddedNode started, AdminSettings settings) {
        if (stopped) {
            started.close();
            return;
        }
        node = started;
        openOwn(stage, started, settings);
    }

    private void openOwn(Stage stage, EmbeddedNode own, AdminSettings settings) {
        Place place = own.place().withSample(failed -> lookAround(stage, own, settings, failed));
        open(stage, List.of(place.uri()), place, settings);
    }

    private void open(Stage stage, List<URI> nodes, Place place, AdminSettings settings) {
        Admin opened = put(stage, nodes, place, settings);
        opened.open();
        stage.show();
    }

    private Admin put(Stage stage, List<URI> nodes, Place place, AdminSettings settings) {
        Admin before = admin;
        if (before != null) {
            before.close();
        }
        Admin opened = new Admin(stage, nodes, place, settings);
        admin = opened;
        return opened;
    }

    /// Opens the sample campus in this window; the own node goes on beside it.
    private void lookAround(Stage stage, EmbeddedNode own, AdminSettings settings, Consumer<Notice> failed) {
        tasks.create(() -> SampleNode.start(own.sampleFolder()))
                .onSuccess(started -> {
                    if (stopped) {
                        started.close();
                        return;
                    }
                    sample = started;
                    Place place = Place.sample(started.uri(), _ -> lookNoMore(stage, own, started, settings));
                    put(stage, List.of(started.uri()), place, settings).open(started.about(), started.session());
                })
                .onError(Exception.class, e -> {
                    LOG.error("The sample campus did not open", e);
                    failed.accept(Notice.failed("sample.failed", String.valueOf(e.getMessage())));
                })
                .start();
    }

    private void lookNoMore(Stage stage, EmbeddedNode own, SampleNode over, AdminSettings settings) {
        sample = null;
        openOwn(stage, own, settings);
        tasks.create(() -> {
                    over.close();
                    return true;
                })
                .onError(UncheckedIOException.class, e -> LOG.warn("The sample campus left files behind", e))
                .start();
    }

    @Override
    public void stop() {
        stopped = true;
        if (admin != null) {
            admin.close();
        }
        tasks.close();
        if (sample != null) {
            sample.close();
        }
        if (node != null) {
            node.close();
        }
    }

    /// What is seen while the node starts.
    private static final class Opening {
        private final Widgets widgets;
        private final StackPane root = new StackPane();

        Opening(Stage stage, AdminSettings settings) {
            Typeface typeface = Typeface.find();
            Locale language = typeface.korean() ? settings.language() : Locale.ENGLISH;
            Display display = new Display(
                    new Messages(Display.class, "admin", language), typeface, settings.theme(), settings.textScale());
            widgets = new Widgets(display);
            root.getChildren().add(widgets.label("app.starting", "type-lead"));
            Scene scene = new Scene(root, settings.width(), settings.height());
            settings.theme().apply(scene, typeface, display.em(1));
            stage.setScene(scene);
            stage.setTitle(display.messages().now("app.name"));
            stage.show();
        }

        void failed(String cause) {
            root.getChildren()
                    .setAll(widgets.label(
                            widgets.words(
                                    widgets.messages().language(),
                                    _ -> Notice.failed("app.notStarted", cause).in(widgets.messages())),
                            "type-lead"));
        }
    }
}
