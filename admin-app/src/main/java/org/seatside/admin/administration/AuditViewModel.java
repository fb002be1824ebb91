package org.seatside.admin.administration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.Page;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.id.CommandId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit trail: read backwards, narrowed to one record or person, taken along whole, and verified.
public final class AuditViewModel {
    static final int PART = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AuditViewModel.class);

    private final NodeLink link;
    private final TrailVerifier verifier;
    private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty actor = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>(null);
    private @Nullable String next;

    public AuditViewModel(NodeLink link, TrailVerifier verifier) {
        this.link = link;
        this.verifier = verifier;
    }

    /// Reads the newest entries of what is asked for.
    public void load() {
        read(null);
    }

    /// Reads further back.
    public void loadMore() {
        if (next != null) {
            read(next);
        }
    }

    private void read(@Nullable String after) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        String about = orNull(subject.get());
        String who = orNull(actor.get());
        link.ask(
                () -> link.client().audit().entries(about, who, PART, after),
                page -> show(page, after == null),
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private void show(Page<AuditEntry> page, boolean anew) {
        if (anew) {
            entries.setAll(page.items());
        } else {
            entries.addAll(page.items());
        }
        next = page.next();
        more.set(next != null);
        loaded.set(true);
    }

    private static @Nullable String orNull(String typed) {
        String text = typed.strip();
        return text.isEmpty() ? null : text;
    }

    /// Shows all entries about one record.
    public void about(String record) {
        subject.set(record);
        actor.set("");
        load();
    }

    /// Shows all that somebody did.
    public void by(String who) {
        actor.set(who);
        subject.set("");
        load();
    }

    public void all() {
        subject.set("");
        actor.set("");
        load();
    }

    /// Takes the whole trail along, verifies it on this computer, and says what that came to. That it was taken
    /// goes into the trail. Nothing is kept of it.
    public void verify() {
        CommandId id = link.client().newCommand();
        run(() -> {
            Path copy = Files.createTempFile("seatside-audit", ".jsonl");
            try {
                write(copy, id);
                return said(verifier.verify(copy));
            } finally {
                Files.deleteIfExists(copy);
            }
        });
    }

    /// Writes the whole trail into a file, which is whole or not there, and verifies it.
    public void export(Path file) {
        CommandId id = link.client().newCommand();
        run(() -> {
            Path whole = file.toAbsolutePath();
            Path part = Files.createTempFile(whole.getParent(), ".audit", ".jsonl");
            try {
                write(part, id);
                Notice verdict = said(verifier.verify(part));
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
                link.tasks().show(() -> saved.set(whole));
                return verdict;
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    private void write(Path file, CommandId id) throws IOException, NodeException {
        try (OutputStream out = Files.newOutputStream(file)) {
            link.client().audit().export(out, id);
        }
    }

    private void run(java.util.concurrent.Callable<Notice> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        saved.set(null);
        notice.set(Notice.news("audit.working"));
        link.ask(
                () -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        LOG.warn("The audit trail could not be written or read", e);
                        return Notice.failed("audit.notWritten");
                    }
                },
                notice::set,
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// What a look at the trail came to, in words.
    static Notice said(TrailVerifier.Finding finding) {
        return switch (finding) {
            case TrailVerifier.Finding.Whole(long first, long last, long sealed)
            when last == 0 -> Notice.news("audit.empty");
            case TrailVerifier.Finding.Whole(long first, long last, long sealed) ->
                Notice.done("audit.whole", first, last, sealed);
            case TrailVerifier.Finding.Broken(TrailVerifier.Fault fault, long from, long to) ->
                Notice.failed(word(fault), from, to);
        };
    }

    private static String word(TrailVerifier.Fault fault) {
        return switch (fault) {
            case CHANGED -> "audit.fault.changed";
            case NOT_FOLLOWING -> "audit.fault.notFollowing";
            case REMOVED -> "audit.fault.removed";
            case MOVED -> "audit.fault.moved";
            case REPEATED -> "audit.fault.repeated";
            case CUT -> "audit.fault.cut";
            case REWRITTEN -> "audit.fault.rewritten";
            case CHECKPOINT_FORGED -> "audit.fault.forged";
        };
    }

    /// Newest first.
    public ObservableList<AuditEntry> entries() {
        return entries;
    }

    /// Id of what entries are about; blank for all.
    public StringProperty subject() {
        return subject;
    }

    /// Id of who did it; blank for all.
    public StringProperty actor() {
        return actor;
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether there are older ones.
    public ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    void dismissNotice() {
        notice.set(null);
    }

    /// The file written last; null where none.
    public ReadOnlyObjectProperty<@Nullable Path> saved() {
        return saved.getReadOnlyProperty();
    }
}
