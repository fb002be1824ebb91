package org.seatside.admin.insight;

import java.util.List;
import org.seatside.admin.entry.EntryPage;
import org.seatside.admin.entry.SubPages;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;

/// Insight as pages under one word.
public final class InsightPage {
    private InsightPage() {}

    public static SubPages of(Workplace at) {
        NodeLink link = at.link();
        Display display = at.display();
        LowAttendanceViewModel low = new LowAttendanceViewModel(link);
        return new SubPages(
                List.of(
                        new SubPages.Entry(
                                "insight.charts.title",
                                new InsightView(new InsightViewModel(link, at.clock()), display, at.dialogs())),
                        new SubPages.Entry(
                                "low.title",
                                new EntryPage<>(low.list(), new LowAttendanceKind(low, new Widgets(display)), at))),
                display);
    }
}
