package org.seatside.admin.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.launch.live.LiveNode;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.Role;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.hook.Hook;

/// What administrators do, on a real node.
class AdministrationTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Seoul"));

    @TempDir
    static Path folder;

    private static LiveNode node;

    @BeforeAll
    static void start() throws Exception {
        node = LiveNode.start(folder.resolve("node"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anAccountIsAddedWithItsRolesAndSwitchedOff() {
        AccountsViewModel accounts =
                new AccountsViewModel(node.link(), node.session().account());
        EntryForm<NewAccount> form = accounts.adding(() -> {});

        typed(form, 0).text().set("박지민");
        typed(form, 1).text().set("a first sentence for you");
        form.submit();
        AccountView made = account(accounts, "박지민");

        assertEquals(Set.of(Role.STAFF), made.roles());
        assertTrue(made.mustChangePassword(), "a first password is to be changed");
        EntryForm<?> change = accounts.changing(made, () -> {});
        switched(change, "account.active").on().set(false);
        change.submit();
        assertEquals(false, account(accounts, "박지민").active());
    }

    @Test
    void whatTheNodeRefusesIsSaidAtItsField() {
        AccountsViewModel accounts =
                new AccountsViewModel(node.link(), node.session().account());
        EntryForm<NewAccount> form = accounts.adding(() -> {});
        typed(form, 0).text().set("김지원");
        typed(form, 1).text().set("a first sentence for you");
        form.submit();
        assertEquals(Notice.failed("account.name.taken"), typed(form, 0).error().get());

        typed(form, 0).text().set("somebody else");
        typed(form, 1).text().set("short");
        form.submit();

        assertEquals(
                Notice.failed("account.password.length"), typed(form, 1).error().get());
    }

    @Test
    void aFormWithNothingInItSaysSoAndSendsNothing() {
        AccountsViewModel accounts =
                new AccountsViewModel(node.link(), node.session().account());
        EntryForm<NewAccount> form = accounts.adding(() -> {});

        form.submit();

        assertEquals(Notice.failed("entry.wrong", 2L), form.notice().get());
        assertEquals(Notice.failed("entry.missing"), typed(form, 0).error().get());
    }

    @Test
    void anAuthenticatorIsSetUpAndItsCodesAreShownOnce() throws Exception {
        NodeLink link = node.somebody("authenticated", Set.of(Role.STAFF));
        OwnSignInViewModel own = new OwnSignInViewModel(link);

        own.enrol();
        OwnSignInViewModel.Enrolling begun =
                Objects.requireNonNull(own.enrolling().get());
        EntryForm<?> form = own.confirming(begun);
        typed(form, 0).text().set("000000");
        form.submit();
        assertEquals(
                Notice.failed("own.totp.code.wrong"), typed(form, 0).error().get());
        typed(form, 0).text().set(code(begun.secret().secret()));
        form.submit();

        assertEquals(10, Objects.requireNonNull(own.codes().get()).codes().size());
        assertNull(own.enrolling().get());
        own.dropCodes();
        assertNull(own.codes().get());
    }

    @Test
    void sessionsElsewhereEndAndThisOneGoesOn() throws Exception {
        NodeLink link = node.somebody("twice signed in", Set.of(Role.STAFF));
        OwnSignInViewModel own = new OwnSignInViewModel(link);
        own.sessions().load();
        assertTrue(own.sessions().all().getFirst().current(), "this session is first");

        own.endOthers();

        assertEquals(1, own.sessions().all().size());
        own.endAll();
        assertTrue(link.sessionEnded().get(), "the app has to ask again");
    }

    @Test
    void aNoticeIsWrittenShownAndTakenBack() {
        NoticesViewModel notices = new NoticesViewModel(node.link(), CLOCK);
        NoticesViewModel.Draft draft = notices.draft(null, () -> {});
        draft.form.submit();
        assertEquals(Notice.failed("notice.text.wrong"), draft.korean.error().get());
        draft.korean.text().set("오늘은 5층 대신 4층입니다.");
        draft.form.submit();

        assertEquals(
                Map.of("ko", "오늘은 5층 대신 4층입니다."),
                notices.list().all().getFirst().texts());
        var deleting = Objects.requireNonNull(notices.list().deleting());
        deleting.ask(notices.list().all().getFirst());
        deleting.delete();
        assertEquals(List.of(), List.copyOf(notices.list().all()));
    }

    @Test
    void aWebhookIsTestedAndSaysWhatCameOfIt() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/taken") ? 204 : 500, -1);
            exchange.close();
        });
        receiver.start();
        try {
            HooksViewModel hooks = new HooksViewModel(node.link());
            Hook taken = hook(hooks, receiver, "/taken");
            Hook failing = hook(hooks, receiver, "/failing");

            HooksViewModel.One one = hooks.one(taken);
            one.test();
            HooksViewModel.One other = hooks.one(failing);
            other.test();

            assertEquals(
                    "hook.test.taken",
                    Objects.requireNonNull(one.notice().get()).key());
            assertEquals(
                    Notice.failed("hook.test.refused", "HTTP_500"),
                    other.notice().get());
            one.showSecret();
            assertTrue(Objects.requireNonNull(one.secret().get()).startsWith("whsec_"));
        } finally {
            receiver.stop(0);
        }
    }

    private static Hook hook(HooksViewModel hooks, HttpServer receiver, String path) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        EntryForm<?> form = hooks.form(null, () -> {});
        typed(form, 0).text().set(url);
        form.submit();
        return hooks.list().all().stream()
                .filter(hook -> hook.url().equals(url))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTrailIsReadAndVerifiedAndAForgedOneIsFoundOut() throws Exception {
        NodeLink auditor = node.somebody("auditor", Set.of(Role.AUDITOR));
        TrailVerifier honest = trail -> {
            long lines = Files.readString(trail)
                    .lines()
                    .filter(line -> line.contains("\"hash\""))
                    .count();
            return new TrailVerifier.Finding.Whole(1, lines, 0);
        };
        AuditViewModel audit = new AuditViewModel(auditor, honest);

        audit.load();
        AuditEntry newest = audit.entries().getFirst();
        audit.by(newest.actor());
        audit.export(folder.resolve("trail.jsonl"));

        assertTrue(audit.entries().stream().allMatch(entry -> entry.actor().equals(newest.actor())));
        assertEquals("audit.whole", Objects.requireNonNull(audit.notice().get()).key());
        assertNotNull(audit.saved().get());
        assertEquals(
                Notice.failed("audit.fault.removed", 4L, 7L),
                AuditViewModel.said(new TrailVerifier.Finding.Broken(TrailVerifier.Fault.REMOVED, 4, 7)));
    }

    @Test
    void whoIsNoAuditorIsToldSo() {
        AuditViewModel audit = new AuditViewModel(node.link(), _ -> new TrailVerifier.Finding.Whole(0, 0, 0));

        audit.load();

        assertEquals(Notice.failed("failure.forbidden"), audit.notice().get());
    }

    private static AccountView account(AccountsViewModel accounts, String name) {
        return accounts.list().all().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Typed<?> typed(EntryForm<?> form, int input) {
        return (Typed<?>) form.inputs().get(input);
    }

    private static Switched switched(EntryForm<?> form, String label) {
        return form.inputs().stream()
                .filter(input -> input.label().equals(label))
                .map(Switched.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// RFC 6238 with SHA-1, 30 seconds, six digits, as an authenticator computes it.
    private static String code(String base32) throws Exception {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        int bits = 0;
        int held = 0;
        var key = new java.io.ByteArrayOutputStream();
        for (char letter : base32.replace("=", "").toCharArray()) {
            bits = bits << 5 | letters.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                key.write(bits >> held & 0xff);
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.toByteArray(), "HmacSHA1"));
        byte[] hash = mac.doFinal(java.nio.ByteBuffer.allocate(8)
                .putLong(System.currentTimeMillis() / 30_000)
                .array());
        int at = hash[hash.length - 1] & 0xf;
        int number = java.nio.ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }
}
