package org.seatside.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seatside.gateway.WebhookHttp;
import org.seatside.json.Json;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.audit.AuditLine;
import org.seatside.model.id.Ids;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.replication.Membership;
import org.seatside.replication.RaftCommandLog;
import org.seatside.replication.RaftConfig;
import org.seatside.server.backup.BackupDesk;
import org.seatside.server.backup.Backups;
import org.seatside.server.feed.ChangeSignal;
import org.seatside.server.feed.Changes;
import org.seatside.server.feed.CheckInFeed;
import org.seatside.server.feed.WatchedLog;
import org.seatside.server.http.Authenticator;
import org.seatside.server.http.Caller;
import org.seatside.server.http.ConnectionLimits;
import org.seatside.server.http.RequestMetrics;
import org.seatside.server.http.WebServer;
import org.seatside.server.openapi.ApiDocument;
import org.seatside.server.resource.MetricsResource;
import org.seatside.server.resource.NodeResource;
import org.seatside.server.resource.NodesResource;
import org.seatside.server.resource.OpenApiResource;
import org.seatside.service.RefusedException;
import org.seatside.service.gateway.AttendanceGateway;
import org.seatside.service.lms.LmsService;
import org.seatside.service.log.AssistChange;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.Judgement;
import org.seatside.service.nodes.NodeDirectory;
import org.seatside.service.retention.RetentionPeriods;
import org.seatside.storage.H2ViewHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A node: log, view, rules and HTTP, put together here and nowhere else. Thread-safe.
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final String NODE_FILE = "node.json";

    /// Longer than anybody sends a command again.
    private static final Duration RESULTS_KEPT = Duration.ofDays(30);

    /// Longest replay of a log before the node gives up starting.
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final NodeConfig config;
    private final DataFolder folder;
    private final Parts parts;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final Json json = new Json();
    private final Supplier<URI> baseUri;
    private final CompletableFuture<String> failure;

    private Node(
            NodeConfig config,
            Map<String, String> environment,
            InetAddress address,
            Parts parts,
            UnaryOperator<CommandLog> between)
            throws IOException, NodeStartException {
        this.config = config;
        this.parts = parts;
        folder = new DataFolder(config.data());
        Optional<Cluster> cluster = Cluster.open(folder, config.cluster(), clock.instant());
        Campus campus = campus(environment);
        NodeTls tls = tls(address);
        AttendanceGateway gateway = Gateways.open(config.upstream(), parts);
        Changes changes = new Changes();
        List<Consumer<Change>> heard = new CopyOnWriteArrayList<>(List.of(changes::applied));
        H2ViewHome home = parts.add(new H2ViewHome(
                folder.resolve("view"),
                new AttendanceStateMachine(),
                change -> heard.forEach(it -> it.accept(change))));
        RaftConfig placed = place(cluster);
        RaftCommandLog log = parts.add(RaftCommandLog.start(placed, home));
        failure = log.failure();
        awaitReady(log);

        CheckInFeed feed = parts.add(new CheckInFeed(home.stores().attendance()));
        AtomicLong asked = new AtomicLong();
        ChangeSignal assistChanges = parts.add(
                new ChangeSignal("assist-changes", () -> home.stores().assist().stamp() + asked.get()));
        changes.whenHeard(feed::nudge);
        Semaphore recorded = new Semaphore(1);
        WatchedLog watched = new WatchedLog(between.apply(log), change -> {
            feed.signal();
            if (change instanceof AssistChange) {
                assistChanges.signal();
            }
            // Not for the relay's own marks: it would go round for each of them.
            if (change instanceof Change.RecordCheckIn record
                    && record.judgement() instanceof Judgement.Counts counts
                    && counts.upstream()) {
                recorded.release();
            }
        });
        ExecutorService threads = parts.add(Executors.newVirtualThreadPerTaskExecutor());
        Executor calls = call -> threads.execute(() -> {
            call.run();
            recorded.release(); // there is room for another
        });
        Commands commands = new Commands(watched, clock);
        WebhookHttp webhooks =
                parts.add(new WebhookHttp(Set.copyOf(config.webhooks().allowedHosts())));
        Services services = new Services(
                campus,
                home.stores(),
                commands,
                gateway,
                webhooks,
                calls,
                threads,
                clock,
                random,
                json,
                new CheckpointFile(
                        folder,
                        new AuditLine.Trail(
                                campus.institution().toString(), campus.keys().issuerPublicKeyText()),
                        json),
                () -> tls == null ? null : tls.forKiosks(),
                config.people());
        parts.add(services.connections());
        services.kioskActions().whenChanged(() -> {
            asked.incrementAndGet();
            assistChanges.signal();
        });
        parts.add(new Housekeeping(services.kioskActions()::forgetOld, Duration.ofSeconds(10)));
        parts.add(new Housekeeping(
                leading(services::keepHouse, log), leading(services.audit()::seal, log), Duration.ofMinutes(1)));
        parts.add(new Housekeeping(leading(services::closeMeetings, log), Duration.ofMinutes(1)));
        parts.add(new Housekeeping(leading(services::look, log), Duration.ofHours(1)));
        connect(services, webhooks, threads, log);
        PresenceFile seen = new PresenceFile(folder, json, services.presence());
        seen.read();
        parts.add(new Housekeeping(seen::write, seen::write, Duration.ofMinutes(1)));
        parts.add(new Housekeeping(leading(services.hookDispatcher()::round, log), Duration.ofSeconds(1)));
        parts.add(new RelayLoop(services.relay(), recorded, log::leads));
        String setupToken = SetupToken.open(folder, services.staff().needsSetup(), random);
        ConnectionLimits limits = new ConnectionLimits(
                config.http().maxConnections(), config.http().maxConnectionsPerAddress());
        Backups backups = new Backups(folder.path(), config.backup(), log, home.stores(), clock);
        parts.add(new Housekeeping(backups::writeIfDue, Duration.ofSeconds(10)));
        parts.add(new Housekeeping(leading(() -> forgetResults(commands), log), Duration.ofHours(1)));
        RequestMetrics requests = new RequestMetrics();
        String version = version();
        NodeMetrics metrics = new NodeMetrics(
                version,
                folder.path().toFile(),
                () -> readiness(log),
                home.stores().upstream());
        OperatorToken operator = OperatorToken.open(folder, random);
        Authenticator people = services.authenticator();
        List<Object> resources = new ArrayList<>(services.resources(
                version, setupToken, feed, changes, assistChanges, failure, () -> readiness(log), metrics::answered));
        resources.add(services.importsFrom(parts.add(new Uploads(folder.resolve("imports"), clock))));
        resources.add(new MetricsResource(out -> {
            metrics.accept(out);
            requests.writeTo(out);
        }));
        Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BackupDesk desk = new BackupDesk(backups, threads, clock);
        resources.add(new NodeResource(
                () -> status(version, started, readiness(log), desk.status(), log.membership()),
                desk,
                new NodeResource.Authority() {
                    @Override
                    public Optional<NodeAuthority> state() {
                        return Optional.ofNullable(tls).map(NodeTls::authority);
                    }

                    @Override
                    public NodeAuthority rotate() {
                        requireAlone(log.membership());
                        return Optional.ofNullable(tls)
                                .orElseThrow(RefusedException::noSuchEntry)
                                .rotate();
                    }
                },
                services.audit()));
        Heartbeats heartbeats = new Heartbeats(
                placed.group().self().id(),
                new NodeDirectory(clock),
                () -> self(placed, version, log),
                log.membership(),
                services.presence(),
                commands,
                new Ids(clock, random),
                clock);
        heard.add(heartbeats::hear);
        resources.add(new NodesResource(heartbeats::entries, log.membership(), services.audit()));
        List<Object> described = List.copyOf(resources);
        resources.add(new OpenApiResource(() -> ApiDocument.of(version, described)));
        WebServer web = parts.add(WebServer.start(
                new WebServer.Listening(address, config.http().port(), tls == null ? null : tls.factory(), limits),
                token -> operator.is(token) ? Optional.of(new Caller.Operator()) : people.authenticate(token),
                json,
                requests,
                resources));
        parts.add(assistChanges);
        parts.add(feed); // closed first then: the web server would else wait for the streams
        baseUri = () -> tls == null ? web.uri() : tls.address(web.uri());
        if (cluster.isPresent()) {
            parts.add(new Housekeeping(heartbeats::beat, NodeDirectory.EVERY));
        }
        sayWhere();
        if (tls != null) {
            parts.add(new Housekeeping(
                    () -> {
                        tls.renewWhereDue();
                        sayWhere();
                    },
                    NodeTls.LOOK_EVERY));
        }
    }

    private void sayWhere() {
        try {
            folder.write(
                    NODE_FILE,
                    new String(
                            json.write(new Running(
                                    baseUri(), ProcessHandle.current().pid())),
                            UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(NODE_FILE + " cannot be written", e);
        }
    }

    /// Starts a node and returns when it acknowledges check-ins. The old tags' key comes from the configured
    /// file, else from the process's environment.
    ///
    /// @throws NodeStartException with one line that says how to mend it; nothing is left running
    public static Node start(NodeConfig config) throws NodeStartException {
        return start(config, System.getenv());
    }

    static Node start(NodeConfig config, Map<String, String> environment) throws NodeStartException {
        return start(config, environment, UnaryOperator.identity());
    }

    /// @param between stands between services and log: tests put bugs there, to see that they are found
    static Node start(NodeConfig config, Map<String, String> environment, UnaryOperator<CommandLog> between)
            throws NodeStartException {
        Parts parts = new Parts();
        try {
            Node node = new Node(config, environment, address(config.http().address()), parts, between);
            LOG.info("node ready at {}", node.baseUri());
            return node;
        } catch (NodeStartException e) {
            parts.close();
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            // The last where the program is not whole: its threads would keep a process that does nothing.
            parts.close();
            throw new NodeStartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /// Without TLS, whatever crosses a network can be read there: passwords, tokens, names. Only what stays on
    /// this machine goes without.
    private @Nullable NodeTls tls(InetAddress address) throws IOException, NodeStartException {
        if (address.isLoopbackAddress() && !config.http().tls().always()) {
            return null;
        }
        char[] password = folder.read(NodeKeys.PASSWORD).orElseThrow().toCharArray();
        NodeTls tls = NodeTls.open(config.http(), folder, password, clock, random);
        LOG.info("clients of this node pin {}, its names are {}", tls.pin(), tls.names());
        return tls;
    }

    private static InetAddress address(String address) throws NodeStartException {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException _) {
            throw new NodeStartException(
                    "http.address is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all");
        }
    }

    private Campus campus(Map<String, String> environment) throws IOException, NodeStartException {
        NodeKeys keys = NodeKeys.open(folder, random);
        InstitutionId institution = folder.institution(
                Optional.ofNullable(config.campus().institution()).map(InstitutionId::parse),
                new InstitutionId(random.nextLong(), random.nextLong()));
        String pattern = config.student().numberPattern();
        return new Campus(
                config.campus().name(),
                ZoneId.of(config.campus().zone()),
                StudentNumberFormat.of(pattern),
                pattern,
                institution,
                keys,
                OldTags.cipher(config.legacy(), environment));
    }

    /// The next authority is made in this node's folder, and no other node would know it.
    private static void requireAlone(Membership membership) {
        if (membership.members().size() > 1) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "several-nodes",
                    "The authority is replaced while one node keeps the log: take the others out, replace it, and take"
                            + " them in again with new kits.");
        }
    }

    private RaftConfig place(Optional<Cluster> cluster) throws IOException, NodeStartException {
        Path kept = folder.resolve("log");
        String address = config.cluster().address();
        if (cluster.isEmpty() || address == null) {
            return RaftConfig.alone(kept);
        }
        char[] password = folder.read(NodeKeys.PASSWORD).orElseThrow().toCharArray();
        CampusAuthority authority =
                CampusAuthority.open(folder, CampusAuthority.FILE, password, clock.instant(), random);
        PeerTls tls = PeerTls.open(authority, address, clock, random);
        parts.add(new Housekeeping(tls::renewWhereDue, NodeTls.LOOK_EVERY));
        return RaftConfig.of(kept, cluster.get().group(config.cluster(), tls.forLog()));
    }

    private NodeEntry self(RaftConfig placed, String version, CommandLog log) {
        return new NodeEntry(
                placed.group().self().id(),
                baseUri().toString(),
                readiness(log).ready(),
                log.leads(),
                config.cluster().effectiveWeight(),
                version,
                clock.instant());
    }

    private static void awaitReady(CommandLog log) throws NodeStartException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!log.readiness().ready()) {
            if (System.nanoTime() - deadline > 0) {
                throw new NodeStartException(
                        "The log is not ready: " + log.readiness().reason());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /// What is done once for all nodes is done by the one that orders the commands.
    static Runnable leading(Runnable round, CommandLog log) {
        return () -> {
            if (log.leads()) {
                round.run();
            }
        };
    }

    private void connect(Services services, WebhookHttp webhooks, Executor threads, CommandLog log)
            throws NodeStartException {
        LmsConfig lms = config.connectors().lms();
        LmsService scores = services.lms(lms, Lms.open(lms, json, clock, parts), threads);
        if (scores != null) {
            parts.add(new Housekeeping(leading(scores::round, log), lms.every()));
        }
        DailyReport report = services.report(config.connectors().report(), webhooks);
        parts.add(new Housekeeping(leading(report::writeIfDue, log), Duration.ofMinutes(1)));
    }

    private void forgetResults(Commands commands) {
        commands.append(
                new Ids(clock, random).command(),
                Command.NODE,
                new Change.ForgetResults(clock.instant().minus(RESULTS_KEPT)));
    }

    private CommandLog.Readiness readiness(CommandLog log) {
        return stopping.get() ? new CommandLog.Readiness(false, "The node is stopping.", 0) : log.readiness();
    }

    private NodeStatus status(
            String version, Instant started, CommandLog.Readiness now, BackupStatus backups, Membership membership) {
        RetentionPeriods kept = config.people().retention().periods();
        return new NodeStatus(
                version,
                started,
                baseUri().toString(),
                now.ready(),
                now.reason(),
                now.lag(),
                new NodeStatus.Retention(kept.attendance(), kept.refused(), kept.consents(), kept.audit()),
                backups,
                membership.members().stream()
                        .map(it -> new NodeStatus.Member(
                                it.peer().id(),
                                it.peer().address(),
                                it.peer().witness(),
                                it.leads(),
                                it.silentMillis()))
                        .toList());
    }

    private static String version() throws IOException {
        Properties built = new Properties();
        try (InputStream in = Node.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IOException("version.properties is not in this program's jar");
            }
            built.load(in);
        }
        return built.getProperty("version");
    }

    /// Where its resources are. With TLS its fragment says what clients pin.
    public URI baseUri() {
        return baseUri.get();
    }

    /// The folder it keeps everything in; `setup-token` lies there until there is an account.
    public Path dataFolder() {
        return folder.path();
    }

    /// Done, with the reason, once this node acknowledges nothing more until it is started anew. What hangs on
    /// this closes the node from another thread, if it does.
    public CompletableFuture<String> failure() {
        return failure.copy();
    }

    /// Takes no more requests, lets those under way finish, closes log and view. At most about fifteen seconds.
    @Override
    public void close() {
        stopping.set(true);
        parts.close();
        try {
            folder.delete(NODE_FILE);
        } catch (IOException e) {
            LOG.warn("{} was left behind", NODE_FILE, e);
        }
    }

    /// What [#NODE_FILE] says.
    record Running(URI address, long pid) {}
}
