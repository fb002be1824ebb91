package org.seatside.admin.administration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.seatside.admin.entry.EntryPage;
import org.seatside.admin.entry.SubPages;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.Role;

/// What administrators look after, as pages under one word; each person sees those that the own roles open.
public final class AdministrationPage {
    private AdministrationPage() {}

    public static SubPages of(Workplace at, TrailVerifier verifier) {
        NodeLink link = at.link();
        Display display = at.display();
        Clock clock = at.clock();
        Widgets widgets = new Widgets(display);
        Set<Role> roles = at.session().roles();
        List<SubPages.Entry> pages = new ArrayList<>();
        boolean administrator = roles.contains(Role.ADMINISTRATOR);
        if (administrator) {
            AccountsViewModel accounts =
                    new AccountsViewModel(link, at.session().account());
            pages.add(new SubPages.Entry(
                    "accounts.title", new EntryPage<>(accounts.list(), new AccountsKind(accounts, widgets), at)));
        }
        pages.add(new SubPages.Entry(
                "own.title", new OwnSignInView(new OwnSignInViewModel(link), display, clock.getZone())));
        if (administrator || roles.contains(Role.STAFF) || roles.contains(Role.SUPPORT_OFFICER)) {
            NoticesViewModel notices = new NoticesViewModel(link, clock);
            pages.add(new SubPages.Entry(
                    "notices.title", new EntryPage<>(notices.list(), new NoticesKind(notices, widgets), at)));
            ReportsKind reports = new ReportsKind(link, widgets, clock.getZone());
            pages.add(new SubPages.Entry("reports.title", new EntryPage<>(reports.list(), reports, at)));
        }
        if (administrator) {
            HooksViewModel hooks = new HooksViewModel(link);
            pages.add(new SubPages.Entry(
                    "hooks.title", new EntryPage<>(hooks.list(), new HooksKind(hooks, widgets, clock.getZone()), at)));
        }
        if (administrator) {
            pages.add(new SubPages.Entry(
                    "node.title",
                    new NodeStatusView(
                            new NodeStatusViewModel(link),
                            new AuthorityView(link, widgets, clock.getZone()),
                            display,
                            clock.getZone())));
        }
        if (roles.contains(Role.AUDITOR)) {
            pages.add(new SubPages.Entry(
                    "audit.title",
                    new AuditView(new AuditViewModel(link, verifier), display, clock.getZone(), at.dialogs())));
        }
        return new SubPages(pages, display);
    }
}
