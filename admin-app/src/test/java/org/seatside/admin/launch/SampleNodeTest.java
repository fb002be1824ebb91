package org.seatside.admin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.NodeClient;
import org.seatside.json.Json;

class SampleNodeTest {
    @TempDir
    Path folder;

    @Test
    void aCampusToLookAroundInLeavesNothingBehind() throws Exception {
        Path place = folder.resolve("node-sample");

        try (SampleNode sample = SampleNode.start(place);
                NodeClient client = new NodeClient(List.of(sample.uri()), new Json())) {
            client.resume(sample.session().token());
            assertEquals(3, client.sections(null).items().size());
            assertTrue(Files.exists(place));
        }

        assertFalse(Files.exists(place));
    }

    @Test
    void aFolderThatIsNoSampleIsNotTouched() throws Exception {
        Path real = folder.resolve("node-sample");
        Files.createDirectories(real);
        Files.writeString(real.resolve("log"), "kept");

        assertThrows(IOException.class, () -> SampleNode.start(real));

        assertEquals("kept", Files.readString(real.resolve("log")));
    }
}
