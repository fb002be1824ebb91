package org.seatside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.NodeClient;
import org.seatside.json.Json;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;

final class ExportTest {
    private static final String PASSWORD = "a sentence is easier to remember";

    @Test
    void aFileAppearsWhenAllOfItIsThereAndMistakesSaySo(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path file = folder.resolve("all.csv");
        try (Node node = Node.start(NodeConfig.in(folder.resolve("node")))) {
            setup(node);
            List<String> common = List.of(
                    "--node", node.baseUri().toString(), "--account", "Admin", "--password-file", password.toString());

            assertEquals(
                    "0 ",
                    run(common, "export", "check-ins", "-o", file.toString(), "--reason", "term", "--lang", "en"));
            assertTrue(Files.readString(file).startsWith("\ufeffTrace,Time,Received,"));
            Files.delete(file);
            assertEquals(
                    "1 seatside: the export failed: There is no such entry any more.\n",
                    run(
                            common,
                            "export",
                            "sheet",
                            "-o",
                            file.toString(),
                            "--reason",
                            "x",
                            "--section",
                            "0198c0de-0000-7000-8000-000000000000"));
            assertFalse(Files.exists(file));
            assertEquals(
                    "2 seatside: sheet needs --section; see 'seatside export --help'\n",
                    run(common, "export", "sheet", "-o", file.toString(), "--reason", "x"));
            assertEquals(
                    "2 seatside: the file ends in .csv, .xlsx, .ods, .jsonl or .pdf; or give --format; see 'seatside"
                            + " export --help'\n",
                    run(
                            common,
                            "export",
                            "check-ins",
                            "-o",
                            folder.resolve("all.doc").toString(),
                            "--reason",
                            "x"));
        }
    }

    @Test
    void anImportShowsWhatItWouldChangeAndChangesItOnlyWhenTold(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path good = Files.writeString(folder.resolve("good.csv"), "number,name\n20260001,A\n");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "number,name\n1,A\n");
        try (Node node = Node.start(NodeConfig.in(folder.resolve("node")))) {
            setup(node);
            List<String> common = List.of(
                    "--node", node.baseUri().toString(), "--account", "Admin", "--password-file", password.toString());

            assertEquals("0 ", run(common, "import", good.toString()));
            assertEquals("0 ", run(common, "import", good.toString(), "--apply"));
            assertEquals("1 ", run(common, "import", wrong.toString(), "--apply"));
            assertEquals(
                    "2 seatside: cannot read nowhere.csv; see 'seatside import --help'\n",
                    run(common, "import", "nowhere.csv"));
            try (NodeClient client = new NodeClient(List.of(node.baseUri()), new Json())) {
                client.signIn(new SignIn("Admin", PASSWORD));
                assertEquals(1, client.students("", 10, null).items().size());
            }
        }
    }

    private static void setup(Node node) throws Exception {
        String token =
                Files.readString(node.dataFolder().resolve("setup-token")).strip();
        try (NodeClient client = new NodeClient(List.of(node.baseUri()), new Json())) {
            client.setup(new Setup(token, "Admin", PASSWORD), client.newCommand());
        }
    }

    /// Status and what was said on standard error.
    private static String run(List<String> common, String... arguments) {
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(common);
        int status =
                SeatsideCli.run(new PrintWriter(new StringWriter()), new PrintWriter(err), all.toArray(String[]::new));
        return status + " " + err.toString().replace("\r\n", "\n");
    }
}
