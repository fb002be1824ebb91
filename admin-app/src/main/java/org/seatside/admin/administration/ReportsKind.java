package org.seatside.admin.administration;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportKind;

/// What students reported at kiosks, without the students; each is dealt with or still waits.
final class ReportsKind implements Kind<Report> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final NodeLink link;
    private final Widgets widgets;
    private final ZoneId zone;
    private final EntryList<Report> list;

    ReportsKind(NodeLink link, Widgets widgets, ZoneId zone) {
        this.link = link;
        this.widgets = widgets;
        this.zone = zone;
        this.list = new EntryList<>(
                link,
                () -> link.client().reports().stream()
                        .sorted(Comparator.comparing(Report::closed))
                        .toList(),
                Report::text,
                null);
    }

    /// Those that wait first, each of both the newest first.
    EntryList<Report> list() {
        return list;
    }

    @Override
    public String title() {
        return "reports.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignM.MESSAGE_ALERT_OUTLINE;
    }

    @Override
    public String emptyHead() {
        return "reports.empty.head";
    }

    @Override
    public String emptyBody() {
        return "reports.empty.body";
    }

    @Override
    public @Nullable String add() {
        return null;
    }

    @Override
    public List<Column<Report>> columns() {
        return List.of(
                Column.of("text", "report.column.text", 18, Report::text)
                        .shownAs(it -> widgets.name(it.text(), "strong")),
                Column.of("kind", "report.column.kind", 7, this::kind).yields(3),
                Column.of("at", "report.column.at", 9, this::at)
                        .sortedBy(Comparator.comparing(Report::reportedAt))
                        .yields(2),
                Column.of(
                                "state",
                                "report.column.state",
                                7,
                                (Report it) -> widgets.messages().now(state(it).key()))
                        .shownAs(it -> widgets.mark(state(it)))
                        .yields(1));
    }

    private String kind(Report report) {
        return widgets.messages().now(report.kind() == ReportKind.BUG ? "report.kind.bug" : "report.kind.suggestion");
    }

    private String at(Report report) {
        return TIME.format(report.reportedAt().atZone(zone));
    }

    private static Mark state(Report report) {
        return report.closed()
                ? new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "report.state.closed", Role.PRESENT)
                : new Mark(MaterialDesignC.CLOCK_OUTLINE, "report.state.open", Role.LATE);
    }

    @Override
    public String heading(@Nullable Report report) {
        return report == null ? "" : kind(report);
    }

    @Override
    public List<Node> details(@Nullable Report report, Runnable close) {
        if (report == null) {
            return List.of();
        }
        Label said = new Label(report.text());
        said.setWrapText(true);
        Label at = widgets.name(at(report), "quiet", "figures");
        return report.closed()
                ? List.of(at, said, widgets.mark(state(report)))
                : List.of(at, said, new EntryFormView(closing(report, close), widgets, "report.close", null).content());
    }

    private EntryForm<Report> closing(Report report, Runnable close) {
        return new EntryForm<>(
                link, List.of(), () -> report, (it, id) -> link.client().closeReport(it.id(), id), _ -> {
                    list.changed(Notice.done("report.closed"));
                    close.run();
                });
    }
}
