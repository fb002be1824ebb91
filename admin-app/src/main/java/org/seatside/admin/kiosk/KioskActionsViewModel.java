package org.seatside.admin.kiosk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.KioskActionCalls;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.TestScan;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.Kiosk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one kiosk to do something now and shows what it answers. Pictures and reports are kept nowhere but on the
/// screen, until the kiosk is left or the next answer comes.
public final class KioskActionsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(KioskActionsViewModel.class);

    private final Json json = new Json();
    private final NodeLink link;
    private final Kiosk kiosk;
    private final FileDialogs dialogs;
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public KioskActionsViewModel(NodeLink link, Kiosk kiosk, FileDialogs dialogs) {
        this.link = link;
        this.kiosk = kiosk;
        this.dialogs = dialogs;
    }

    /// Asks, and waits two minutes at the longest; what is asked of the kiosk meanwhile is not heard.
    public void ask(KioskAction.Kind kind) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        answer.set(null);
        notice.set(Notice.news(
                kind == KioskAction.Kind.TEST_SCAN ? "kiosk.action.hold" : "kiosk.action.asked", kiosk.name()));
        CommandId id = link.client().newCommand();
        link.ask(
                () -> outcome(kind, id),
                this::show,
                failure -> notice.set(
                        failure.kind() == NodeException.Kind.CONFLICT
                                ? Notice.care("kiosk.action.already")
                                : Notice.of(failure)),
                () -> busy.set(false));
    }

    private Answer outcome(KioskAction.Kind kind, CommandId id) throws NodeException, InterruptedException {
        KioskActionCalls calls = link.client().kioskActions();
        KioskAction over = calls.await(calls.ask(kiosk.id(), kind, id));
        byte[] content =
                over.state() == KioskAction.State.DONE && over.answerBytes() > 0 ? calls.fetch(over) : new byte[0];
        return new Answer(over, content);
    }

    private void show(Answer now) {
        KioskAction action = now.action;
        if (action.state() == KioskAction.State.DONE && action.kind() == KioskAction.Kind.TEST_SCAN) {
            notice.set(said(now));
            return;
        }
        String said = Objects.requireNonNullElse(action.note(), "–");
        notice.set(
                switch (action.state()) {
                    case DONE -> Notice.done(done(action.kind()));
                    case REFUSED -> Notice.care("kiosk.action.refused", said);
                    case FAILED -> Notice.failed("kiosk.action.failed", said);
                    case ASKED, TAKEN, EXPIRED -> Notice.failed("kiosk.action.expired");
                });
        answer.set(now.content.length == 0 ? null : now);
    }

    private Notice said(Answer scanned) {
        try {
            return said(json.read(scanned.content, TestScan.class));
        } catch (MalformedJsonException e) {
            LOG.warn("What kiosk {} says of a test scan cannot be read", kiosk.id(), e);
            return Notice.failed("kiosk.action.scan.unreadable");
        }
    }

    private static String done(KioskAction.Kind kind) {
        return switch (kind) {
            case RESTART -> "kiosk.action.done.restart";
            case PICTURE -> "kiosk.action.done.picture";
            case TEST_SCAN -> "kiosk.action.scan.read";
            case SELF_CHECK -> "kiosk.action.done.check";
        };
    }

    /// Puts the kiosk's own report where the person says, to be read in a browser.
    public void saveReport() {
        Answer report = answer.get();
        if (report != null) {
            dialogs.saveFile(kiosk.name() + ".html").ifPresent(file -> save(report, file));
        }
    }

    private void save(Answer report, Path file) {
        link.tasks()
                .create(() -> Files.write(file, report.content))
                .onSuccess(saved -> {
                    notice.set(Notice.done("kiosk.action.saved", String.valueOf(saved.getFileName())));
                    dialogs.show(saved);
                })
                .onError(IOException.class, _ -> notice.set(Notice.failed("file.notSaved", file.toString())))
                .start();
    }

    Kiosk kiosk() {
        return kiosk;
    }

    /// What the kiosk answered last; null while there is nothing to look at.
    ReadOnlyObjectProperty<@Nullable Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Says what a test scan came to.
    static Notice said(TestScan scan) {
        return scan.codes().isEmpty()
                ? Notice.care("kiosk.action.scan.none", scan.width(), scan.height(), Math.round(scan.framesPerSecond()))
                : Notice.done(
                        "kiosk.action.scan.read",
                        scan.codes().size(),
                        scan.millis(),
                        scan.width(),
                        scan.height(),
                        Math.round(scan.framesPerSecond()));
    }

    /// What a kiosk answered.
    static final class Answer {
        private final KioskAction action;
        private final byte[] content;

        private Answer(KioskAction action, byte[] content) {
            this.action = action;
            this.content = content;
        }

        /// What it was asked.
        KioskAction action() {
            return action;
        }

        /// A picture, for who shows it.
        InputStream content() {
            return new ByteArrayInputStream(content);
        }
    }
}
