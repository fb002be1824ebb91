package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.json.config.ConfigException;
import org.seatside.model.api.Role;
import org.seatside.server.backup.BackupConfig;

final class NodeConfigTest {
    @TempDir
    private Path folder;

    private NodeConfig read(String yaml) throws Exception {
        return NodeConfig.read(Files.writeString(folder.resolve("node.yaml"), yaml), Map.of());
    }

    @Test
    void defaultsStandWhereNothingIsSaid() throws Exception {
        assertEquals(
                new NodeConfig(
                        Path.of(System.getProperty("user.home"), ".seatside", "node"),
                        new NodeConfig.Http("127.0.0.1", 8470),
                        new NodeConfig.Campus("Campus", "Asia/Seoul", null),
                        new NodeConfig.Student("^[0-9]{8}$"),
                        new NodeConfig.Upstream(
                                NodeConfig.Kind.NONE,
                                null,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                new NodeConfig.Template("GET", null, Map.of(), null, "200-299", null, null)),
                        new NodeConfig.Legacy(null, null),
                        new PeopleConfig(
                                new PeopleConfig.Retention(null, null, null, null),
                                new PeopleConfig.Oidc(null, null, null)),
                        new NodeConfig.Webhooks(List.of()),
                        new BackupConfig(null, null, Duration.ofDays(1), 14),
                        new Connectors(
                                new LmsConfig(null, null, null, null, Duration.ofMinutes(15), List.of()),
                                new ReportConfig(null, LocalTime.of(18, 0), null)),
                        new ClusterConfig(null, 100, false, null)),
                read(""));
    }

    @Test
    void everyKeyIsMapped() throws Exception {
        assertEquals(
                new NodeConfig(
                        Path.of("/srv/seatside"),
                        new NodeConfig.Http("127.0.0.2", 0),
                        new NodeConfig.Campus("Daegu", "Europe/Berlin", "00112233445566778899aabbccddeeff"),
                        new NodeConfig.Student("^[0-9]{9}$"),
                        new NodeConfig.Upstream(
                                NodeConfig.Kind.HTTP_TEMPLATE,
                                "http://127.0.0.1/a",
                                Duration.ofMillis(500),
                                Duration.ofSeconds(3),
                                new NodeConfig.Template(
                                        "POST",
                                        "http://127.0.0.1/b",
                                        Map.of("X-Key", "secret"),
                                        "{}",
                                        "200",
                                        "OK",
                                        "NO")),
                        new NodeConfig.Legacy(Path.of("/k.p12"), Path.of("/k.txt")),
                        new PeopleConfig(
                                new PeopleConfig.Retention(400, 60, 30, 800),
                                new PeopleConfig.Oidc(URI.create("https://id.example"), "seatside", "hidden"),
                                List.of(Role.ADMINISTRATOR),
                                30),
                        new NodeConfig.Webhooks(List.of("lms.example")),
                        new BackupConfig(
                                Path.of("/mnt/backup"),
                                Path.of("/p.txt"),
                                Duration.ofSeconds(90),
                                3,
                                Duration.ofDays(90)),
                        new Connectors(
                                new LmsConfig(
                                        URI.create("https://lms.example/token"),
                                        "seatside",
                                        Path.of("/lms.pem"),
                                        "k1",
                                        Duration.ofMinutes(5),
                                        List.of(new LmsConfig.Course(
                                                "CSE-01",
                                                URI.create("https://lms.example/items/1"),
                                                URI.create("https://lms.example/members")))),
                                new ReportConfig(
                                        Path.of("/reports"), LocalTime.of(17, 30), URI.create("https://r.example"))),
                        new ClusterConfig("[fd00::1]:8471", 7, true, Path.of("/n1.kit"))),
                read("""
                        cluster:
                          address: '[fd00::1]:8471'
                          weight: 7
                          witness: true
                          kit: /n1.kit
                        backup:
                          folder: /mnt/backup
                          passphraseFile: /p.txt
                          every: 90s
                          keep: 3
                          keepFor: 90d
                        connectors:
                          lms:
                            tokenUrl: https://lms.example/token
                            clientId: seatside
                            keyFile: /lms.pem
                            keyId: k1
                            every: 5m
                            courses:
                              - section: CSE-01
                                lineItem: https://lms.example/items/1
                                memberships: https://lms.example/members
                          report:
                            folder: /reports
                            at: "17:30"
                            webhook: https://r.example
                        webhooks:
                          allowedHosts: [ lms.example ]
                        data: /srv/seatside
                        people:
                          secondFactor: [ ADMINISTRATOR ]
                          proofMinutes: 30
                          retention:
                            attendanceDays: 400
                            refusedDays: 60
                            consentDays: 30
                            auditDays: 800
                          oidc:
                            issuer: https://id.example
                            clientId: seatside
                            clientSecret: hidden
                        http:
                          address: 127.0.0.2
                          port: 0
                        campus:
                          name: Daegu
                          zone: Europe/Berlin
                          institution: 00112233445566778899AABBCCDDEEFF
                        student:
                          numberPattern: '^[0-9]{9}$'
                        upstream:
                          kind: http-template
                          base: http://127.0.0.1/a
                          connectTimeout: 500ms
                          readTimeout: 3s
                          template:
                            method: POST
                            url: http://127.0.0.1/b
                            headers:
                              X-Key: secret
                            body: '{}'
                            accepted: '200'
                            acceptedBody: OK
                            rejectedBody: 'NO'
                        legacy:
                          keyStore: /k.p12
                          passwordFile: /k.txt
                        """));
    }

    @Test
    void environmentComesLast() throws Exception {
        Path file = Files.writeString(folder.resolve("node.yaml"), "http:\n  port: 1\n");

        NodeConfig config = NodeConfig.read(file, Map.of("SEATSIDE_HTTP_PORT", "2"));

        assertEquals(2, config.http().port());
    }

    @Test
    void secretsAreNotPrinted() throws Exception {
        String text = read("""
                        upstream:
                          kind: http-template
                          base: http://127.0.0.1/hidden
                          template:
                            url: http://127.0.0.1/?key=hidden
                            headers:
                              Authorization: hidden
                            body: hidden
                        """).toString();

        assertFalse(text.contains("hidden"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http: {port: 70000}                     | http.port is 0 to 65535
                    campus: {zone: Mars}                    | campus.zone is a time zone
                    campus: {institution: 12}               | institution id must be 32 hexadecimal digits
                    student: {numberPattern: '(a+)+'}       | student.numberPattern may repeat
                    upstream: {kind: du-checkattend}        | upstream.base is needed
                    upstream: {kind: http-template}         | upstream.template.url is needed
                    upstream: {kind: ftp}                   | must be one of
                    legacy: {keyStore: a}                   | go together
                    nothing: 1                              | unknown key nothing
                    """)
    void whatCannotBeUsedIsNamed(String yaml, String message) {
        ConfigException refused = assertThrows(ConfigException.class, () -> read(yaml));

        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("\n"));
    }

    @Test
    void programSaysInOneLineWhyItDoesNotStart() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertTrue(NodeMain.start(new String[] {"--port", "1"}, Map.of(), stream, stream)
                .isEmpty());
        assertTrue(NodeMain.start(
                        new String[] {"--config", folder.resolve("no.yaml").toString()}, Map.of(), stream, stream)
                .isEmpty());

        assertEquals(
                "Usage: node [--config FILE]\n" + folder.resolve("no.yaml") + ": no such file\n",
                err.toString(StandardCharsets.UTF_8));
    }
}
