package org.seatside.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.gateway.GatewayTimeouts;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.server.backup.BackupConfig;
import org.seatside.server.http.ConnectionLimits;

/// What a node is told from outside. Read from YAML by [#read], or built in code from [#in] and the `with…`
/// methods. Where a component is null when it is made, its default stands.
///
/// @param data folder of all that the node keeps; default `.seatside/node` in the user's home
public record NodeConfig(
        Path data,
        Http http,
        Campus campus,
        Student student,
        Upstream upstream,
        Legacy legacy,
        PeopleConfig people,
        Webhooks webhooks,
        BackupConfig backup,
        Connectors connectors,
        ClusterConfig cluster) {
    public NodeConfig {
        data = orElse(data, Path.of(System.getProperty("user.home"), ".seatside", "node"));
        http = orElse(http, Http.DEFAULT);
        campus = orElse(campus, Campus.DEFAULT);
        student = orElse(student, Student.DEFAULT);
        upstream = orElse(upstream, Upstream.none());
        legacy = orElse(legacy, Legacy.NONE);
        people = orElse(people, PeopleConfig.DEFAULT);
        webhooks = orElse(webhooks, Webhooks.DEFAULT);
        backup = orElse(backup, BackupConfig.NONE);
        connectors = orElse(connectors, Connectors.NONE);
        cluster = orElse(cluster, ClusterConfig.ALONE);
    }

    /// All defaults, on any free port of the loopback address.
    public static NodeConfig in(Path data) {
        return new NodeConfig(
                data,
                new Http(Http.LOOPBACK, 0),
                Campus.DEFAULT,
                Student.DEFAULT,
                Upstream.none(),
                Legacy.NONE,
                PeopleConfig.DEFAULT,
                Webhooks.DEFAULT,
                BackupConfig.NONE,
                Connectors.NONE,
                ClusterConfig.ALONE);
    }

    /// @param file null for defaults and environment alone
    /// @param environment usually `System.getenv()`
    /// @throws ConfigException with one line that names the key and what is allowed
    public static NodeConfig read(@Nullable Path file, Map<String, String> environment) throws ConfigException {
        ConfigReader reader = new ConfigReader(environment);
        return file == null ? reader.readEnvironment(NodeConfig.class) : reader.read(file, NodeConfig.class);
    }

    public NodeConfig withHttp(Http other) {
        return new NodeConfig(
                data, other, campus, student, upstream, legacy, people, webhooks, backup, connectors, cluster);
    }

    public NodeConfig withCampus(Campus other) {
        return new NodeConfig(
                data, http, other, student, upstream, legacy, people, webhooks, backup, connectors, cluster);
    }

    public NodeConfig withUpstream(Upstream other) {
        return new NodeConfig(
                data, http, campus, student, other, legacy, people, webhooks, backup, connectors, cluster);
    }

    public NodeConfig withPeople(PeopleConfig other) {
        return new NodeConfig(
                data, http, campus, student, upstream, legacy, other, webhooks, backup, connectors, cluster);
    }

    public NodeConfig withBackup(BackupConfig other) {
        return new NodeConfig(
                data, http, campus, student, upstream, legacy, people, webhooks, other, connectors, cluster);
    }

    public NodeConfig withLegacy(Legacy other) {
        return new NodeConfig(
                data, http, campus, student, upstream, other, people, webhooks, backup, connectors, cluster);
    }

    public NodeConfig withWebhooks(Webhooks other) {
        return new NodeConfig(
                data, http, campus, student, upstream, legacy, people, other, backup, connectors, cluster);
    }

    public NodeConfig withCluster(ClusterConfig other) {
        return new NodeConfig(
                data, http, campus, student, upstream, legacy, people, webhooks, backup, connectors, other);
    }

    // What is not in the file arrives as null; the components' types say what holds after the constructor.
    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /// Where to listen.
    ///
    /// @param address default 127.0.0.1; any other than a loopback address is always served with TLS
    /// @param port 0 for any free one; default 8470
    /// @param names DNS names and IP addresses at which clients find this node, the first of them in the
    ///     address it gives; default what the machine says of itself
    /// @param tls with which keys
    /// @param maxConnections default 12000
    /// @param maxConnectionsPerAddress default 4000: many kiosks may come from behind one address
    public record Http(
            String address,
            Integer port,
            List<String> names,
            Tls tls,
            Integer maxConnections,
            Integer maxConnectionsPerAddress) {
        public static final String LOOPBACK = "127.0.0.1";
        private static final int DEFAULT_PORT = 8470;
        private static final int MAX_PORT = 65_535;
        public static final Http DEFAULT = new Http(LOOPBACK, DEFAULT_PORT);

        public Http(String address, Integer port) {
            this(
                    address,
                    port,
                    List.of(),
                    Tls.OWN,
                    ConnectionLimits.DEFAULT.inAll(),
                    ConnectionLimits.DEFAULT.fromOneAddress());
        }

        public Http {
            address = orElse(address, LOOPBACK);
            port = orElse(port, DEFAULT_PORT);
            names = List.copyOf(orElse(names, List.of()));
            tls = orElse(tls, Tls.OWN);
            maxConnections = orElse(maxConnections, ConnectionLimits.DEFAULT.inAll());
            maxConnectionsPerAddress = orElse(maxConnectionsPerAddress, ConnectionLimits.DEFAULT.fromOneAddress());
            if (maxConnections < 1 || maxConnectionsPerAddress < 1) {
                throw new IllegalArgumentException(
                        "http.maxConnections and http.maxConnectionsPerAddress are 1 or more");
            }
            if (names.stream().anyMatch(name -> !name.matches("[0-9A-Za-z.:-]{1,253}"))) {
                throw new IllegalArgumentException(
                        "http.names are DNS names such as node.example.ac.kr, or IP addresses");
            }
            if (port < 0 || port > MAX_PORT) {
                throw new IllegalArgumentException("http.port is 0 to 65535");
            }
        }
    }

    /// The keys for TLS. Without a file, the campus's own authority vouches for keys that the node makes.
    ///
    /// @param always whether a loopback address is served with TLS too; default no
    /// @param keyStore PKCS12 file with a key and its certificates
    /// @param passwordFile file whose first line is the password
    /// @param knownBefore how long a new authority is made known to kiosks before it takes over; default 30 days
    public record Tls(
            Boolean always,
            @Nullable Path keyStore,
            @Nullable Path passwordFile,
            Duration knownBefore) {
        public static final Tls OWN = new Tls(false, null, null);

        public Tls(Boolean always, @Nullable Path keyStore, @Nullable Path passwordFile) {
            this(always, keyStore, passwordFile, Duration.ofDays(30));
        }

        @JsonCreator
        public Tls {
            knownBefore = orElse(knownBefore, Duration.ofDays(30));
            if (knownBefore.isNegative()) {
                throw new IllegalArgumentException("http.tls.knownBefore is not negative");
            }
            always = orElse(always, false);
            if ((keyStore == null) != (passwordFile == null)) {
                throw new IllegalArgumentException("http.tls.keyStore and http.tls.passwordFile go together");
            }
        }
    }

    /// @param name as kiosks show it; default `Campus`
    /// @param zone IANA name of its time zone; default Asia/Seoul
    /// @param institution 32 hexadecimal digits; null to draw it at the first start and keep it in the data
    ///     folder
    public record Campus(String name, String zone, @Nullable String institution) {
        public static final Campus DEFAULT = new Campus("Campus", "Asia/Seoul", null);

        public Campus {
            name = orElse(name, "Campus").strip();
            zone = orElse(zone, "Asia/Seoul");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("campus.name must not be blank");
            }
            try {
                ZoneId.of(zone);
            } catch (DateTimeException _) {
                throw new IllegalArgumentException("campus.zone is a time zone such as Asia/Seoul");
            }
            if (institution != null) {
                institution = InstitutionId.parse(institution).toString();
            }
        }
    }

    /// @param numberPattern regular expression of a student number; default eight digits
    public record Student(String numberPattern) {
        public static final Student DEFAULT = new Student(StudentNumberFormat.DEFAULT_PATTERN);

        public Student {
            numberPattern = orElse(numberPattern, StudentNumberFormat.DEFAULT_PATTERN);
            StudentNumberFormat.of(numberPattern);
        }
    }

    /// The institution's own attendance service.
    ///
    /// @param kind default none
    /// @param base address of `du-checkattend`, which has no default
    /// @param template of `http-template`
    public record Upstream(
            Kind kind, @Nullable String base, Duration connectTimeout, Duration readTimeout, Template template) {
        public Upstream {
            kind = orElse(kind, Kind.NONE);
            connectTimeout = orElse(connectTimeout, GatewayTimeouts.DEFAULT.connect());
            readTimeout = orElse(readTimeout, GatewayTimeouts.DEFAULT.read());
            template = orElse(template, Template.NONE);
            if (kind == Kind.DU_CHECKATTEND && base == null) {
                throw new IllegalArgumentException("upstream.base is needed: the address of du-checkattend");
            }
            if (kind == Kind.HTTP_TEMPLATE && template.url() == null) {
                throw new IllegalArgumentException("upstream.template.url is needed for http-template");
            }
        }

        public static Upstream none() {
            return of(Kind.NONE, null, Template.NONE);
        }

        public static Upstream duCheckAttend(String base) {
            return of(Kind.DU_CHECKATTEND, base, Template.NONE);
        }

        public static Upstream httpTemplate(Template template) {
            return of(Kind.HTTP_TEMPLATE, null, template);
        }

        private static Upstream of(Kind kind, @Nullable String base, Template template) {
            return new Upstream(
                    kind, base, GatewayTimeouts.DEFAULT.connect(), GatewayTimeouts.DEFAULT.read(), template);
        }

        @Override
        public String toString() {
            return "Upstream[kind=" + kind + "]";
        }
    }

    /// How attendance is passed on.
    public enum Kind {
        NONE,
        DU_CHECKATTEND,
        HTTP_TEMPLATE
    }

    /// As [HttpTemplate] describes it; its headers may hold secrets.
    ///
    /// @param method default GET
    /// @param accepted default 200-299
    public record Template(
            String method,
            @Nullable String url,
            Map<String, String> headers,
            @Nullable String body,
            String accepted,
            @Nullable String acceptedBody,
            @Nullable String rejectedBody) {
        static final Template NONE = new Template("GET", null, Map.of(), null, "200-299", null, null);

        public Template {
            method = orElse(method, "GET");
            headers = Map.copyOf(orElse(headers, Map.of()));
            accepted = orElse(accepted, "200-299");
        }

        @Override
        public String toString() {
            return "Template[method=" + method + "]";
        }
    }

    /// The key of the institution's old room tags, in a file. Without one, the variable `SEATSIDE_ROOM_TAG_KEY`
    /// is looked at, and without that the campus has no old tags.
    ///
    /// @param keyStore PKCS12 file with one AES key
    /// @param passwordFile file whose first line is the password
    public record Legacy(@Nullable Path keyStore, @Nullable Path passwordFile) {
        public static final Legacy NONE = new Legacy(null, null);

        public Legacy {
            if ((keyStore == null) != (passwordFile == null)) {
                throw new IllegalArgumentException("legacy.keyStore and legacy.passwordFile go together");
            }
        }
    }

    /// Where messages about check-ins may go beside https addresses outside.
    ///
    /// @param allowedHosts to which http and inner addresses are allowed, such as a server of the university's
    ///     own;
    ///     default none
    public record Webhooks(List<String> allowedHosts) {
        public static final Webhooks DEFAULT = new Webhooks(List.of());

        public Webhooks {
            allowedHosts = allowedHosts == null ? List.of() : List.copyOf(allowedHosts);
        }
    }
}
