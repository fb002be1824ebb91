package org.seatside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BenchNodeTest {
    private record Answer(int status, List<String> out, List<String> err) {}

    @Test
    void nodeAndStorelessServerAreMeasuredWithCheckInsThatCount() {
        Answer answer = run(
                "bench",
                "node",
                "--json",
                "--connections",
                "2",
                "--seconds",
                "1",
                "--warm-up",
                "0",
                "--numbers",
                "--students",
                "20",
                "--jvm=-XX:TieredStopAtLevel=1");

        assertEquals(0, answer.status(), answer.toString());
        assertEquals(2, answer.out().size(), answer.toString());
        String measured = "\"connections\":2,\"perSecond\":[1-9][0-9.]*,\"msP50\":[0-9.]+,\"msP99\":[0-9.]+,"
                + "\"msP999\":[0-9.]+,\"present\":[0-9.]+,\"serverCpuMicros\":[0-9.]+,\"loadCpuMicros\":[0-9.]+}";
        assertTrue(answer.out().get(0).matches("\\{\"subject\":\"storeless\"," + measured), answer.toString());
        assertTrue(answer.out().get(1).matches("\\{\"subject\":\"node\"," + measured), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench node --connections 0",
                "bench node --connections many",
                "bench node --seconds 0",
                "bench node --warm-up -1",
                "bench node --students 0"
            })
    void badUsageIsOneLineThatSaysHowToMendIt(String line) {
        Answer answer = run(line.split(" ", -1));

        assertEquals(List.of(), answer.out());
        assertEquals(1, answer.err().size(), answer.toString());
        assertTrue(answer.err().getFirst().matches("seatside: .+; see 'seatside.* --help'"), answer.toString());
        assertEquals(2, answer.status());
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SeatsideCli.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
