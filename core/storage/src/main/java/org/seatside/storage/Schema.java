package org.seatside.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The tables and how they came to be, step by step. A list of files and a loop: a migration library took 0.4 s
/// of a start that has six, and nothing of it was needed for a view that one process owns.
final class Schema {
    /// The newest step. Steps are only ever added.
    static final int VERSION = 18;

    private Schema() {}

    /// Takes the tables from the version they have to [#VERSION]; 0 stands for an empty database.
    static void migrate(Statements writer, int version) throws IOException {
        migrate(writer, version, VERSION);
    }

    static void migrate(Statements writer, int version, int to) throws IOException {
        for (int step = version + 1; step <= to; step++) {
            for (String statement : script(step).split(";\\R", -1)) {
                if (!statement.isBlank()) {
                    writer.execute(statement);
                }
            }
        }
        writer.commit();
    }

    private static String script(int step) throws IOException {
        String name = "schema-" + step + ".sql";
        try (InputStream resource = Schema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("This program was built without " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
