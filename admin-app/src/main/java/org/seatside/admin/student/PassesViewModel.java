package org.seatside.admin.student;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.print.Paper;
import org.seatside.admin.print.PassPdf;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.PassCard;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Student;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The passes of one student: issue, print, revoke.
///
/// The node gives the text of a pass once, when it is issued; it can be printed until the details are closed.
public final class PassesViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PassesViewModel.class);

    private final NodeLink link;
    private final Student student;
    private final PassPdf pdf;
    private final PassWords words;
    private final LocalDate today;
    private final PendingChange issuing;
    private final PendingChange revoking;
    private final ObservableList<IssuedPass> passes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LocalDate> expires;
    private final ReadOnlyObjectWrapper<@Nullable Notice> expiresError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable PassCard> card = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable IssuedPass> asking = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param today in the campus's time zone
    public PassesViewModel(NodeLink link, Student student, PassPdf pdf, PassWords words, LocalDate today) {
        this.link = link;
        this.student = student;
        this.pdf = pdf;
        this.words = words;
        this.today = today;
        this.issuing = new PendingChange(link.client()::newCommand);
        this.revoking = new PendingChange(link.client()::newCommand);
        this.expires = new SimpleObjectProperty<>(endOfSemester(today));
        expires.addListener((_, _, _) -> expiresError.set(null));
    }

    /// Korean semesters end before 1 March and 1 September: a pass is for the one that runs.
    static LocalDate endOfSemester(LocalDate day) {
        LocalDate winter = LocalDate.of(day.getYear(), 3, 1).minusDays(1);
        LocalDate summer = LocalDate.of(day.getYear(), 8, 31);
        if (!day.isAfter(winter)) {
            return winter;
        }
        return day.isAfter(summer) ? LocalDate.of(day.getYear() + 1, 3, 1).minusDays(1) : summer;
    }

    /// Takes a pass that was issued elsewhere a moment ago, ready to print.
    void take(PassCard issued) {
        card.set(issued);
        notice.set(Notice.done("pass.issued"));
    }

    public void load() {
        link.ask(
                () -> link.client().passes(student.id()),
                this::show,
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    private void show(List<IssuedPass> found) {
        passes.setAll(found.stream()
                .sorted(Comparator.comparing(IssuedPass::issuedAt).reversed())
                .toList());
    }

    /// Issues a pass that is accepted up to the chosen day.
    public void issue() {
        LocalDate until = expires.get();
        if (until == null) {
            expiresError.set(Notice.failed("pass.expires.missing"));
        } else if (until.isBefore(today)) {
            expiresError.set(Notice.failed("pass.expires.past"));
        } else if (!busy.get()) {
            issue(new NewPass(until));
        }
    }

    private void issue(NewPass pass) {
        busy.set(true);
        notice.set(null);
        link.ask(
                () -> link.client().issuePass(student.id(), pass, issuing.idFor(pass)),
                issued -> {
                    issuing.settled();
                    card.set(issued);
                    notice.set(Notice.done("pass.issued"));
                    load();
                },
                failure -> {
                    if (Notice.code(failure).equals("expiry-out-of-range")) {
                        expiresError.set(Notice.failed("pass.expires.refused"));
                    } else {
                        notice.set(Notice.of(failure));
                    }
                },
                () -> busy.set(false));
    }

    /// Prints the pass just issued into a file. The file is whole or not there.
    public void print(Paper paper, Path file) {
        PassCard printing = card.get();
        if (printing == null || busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        link.tasks()
                .create(() -> write(printing, paper, file))
                .onSuccess(left -> {
                    saved.set(file);
                    notice.set(
                            left.isEmpty()
                                    ? Notice.done("pass.printed", String.valueOf(file.getFileName()))
                                    : Notice.care("pass.printedWithout", String.join(", ", left)));
                })
                .onError(IOException.class, e -> {
                    LOG.warn("A pass could not be written", e);
                    notice.set(Notice.failed("pass.notPrinted", String.valueOf(file.getParent())));
                })
                .andFinally(() -> busy.set(false))
                .start();
    }

    private List<String> write(PassCard printing, Paper paper, Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), ".pass", ".pdf");
        try {
            List<String> left;
            try (OutputStream out = Files.newOutputStream(part)) {
                left = pdf.write(words.of(printing, student), paper, words.language(), out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return left;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Asks whether to revoke; nothing happens before [#revoke].
    public void askToRevoke(IssuedPass pass) {
        asking.set(pass);
    }

    public void keep() {
        asking.set(null);
    }

    /// Revokes the pass that is asked about.
    public void revoke() {
        IssuedPass pass = asking.get();
        if (pass == null || busy.get()) {
            return;
        }
        busy.set(true);
        link.tell(
                () -> link.client().revokePass(pass.handle(), revoking.idFor(pass)),
                () -> {
                    revoking.settled();
                    asking.set(null);
                    PassCard shown = card.get();
                    if (shown != null && shown.pass().handle().equals(pass.handle())) {
                        card.set(null);
                    }
                    notice.set(Notice.done("pass.revoked"));
                    load();
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    public Student student() {
        return student;
    }

    /// Newest first, revoked ones too.
    public ObservableList<IssuedPass> passes() {
        return passes;
    }

    public ObjectProperty<@Nullable LocalDate> expires() {
        return expires;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> expiresError() {
        return expiresError.getReadOnlyProperty();
    }

    /// The pass just issued, ready to print; null where none.
    public ReadOnlyObjectProperty<@Nullable PassCard> card() {
        return card.getReadOnlyProperty();
    }

    /// The pass that may be revoked; null where nothing is asked.
    public ReadOnlyObjectProperty<@Nullable IssuedPass> asking() {
        return asking.getReadOnlyProperty();
    }

    /// The file printed last; null where none.
    public ReadOnlyObjectProperty<@Nullable Path> saved() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    LocalDate today() {
        return today;
    }
}
