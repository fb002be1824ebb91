package org.seatside.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at the system calls: with one check-in on its way at a time, the n-th answer must come after the n-th
/// flush of the log's file.
final class FlushTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int ENOUGH = 20;
    private static final int FAILING = 40;

    @TempDir
    private Path folder;

    @Test
    void everyAnswerComesAfterItsFlush() throws Exception {
        List<String> trace = traceOf("honest");

        assertEquals(List.of(), answersBeforeTheirFlush(trace));
    }

    @Test
    void anAnswerBeforeItsFlushIsCaught() throws Exception {
        List<String> trace = traceOf("early");

        assertTrue(answersBeforeTheirFlush(trace).size() >= ENOUGH, "the bug was not seen");
    }

    /// After a flush that failed nobody knows what the disk holds, and another one that succeeds says nothing of it.
    @Test
    void nothingIsAnsweredAfterAFlushThatFailed() throws Exception {
        List<String> trace = traceOf("honest", "-e", "inject=fdatasync:error=EIO:when=" + FAILING);

        int failed = indexOf(trace, "(INJECTED)");
        List<String> later = trace.subList(failed, trace.size());
        assertEquals(
                List.of(),
                later.stream()
                        .filter(call -> call.contains("\"" + LogTorture.ACK + " "))
                        .toList());
    }

    private static int indexOf(List<String> trace, String part) {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError("the fault was not injected: no " + part);
    }

    /// With -D the process is the traced one, and killing it ends the tracer, not the other way round.
    private List<String> traceOf(String mode, String... more) throws Exception {
        assumeTrue(Files.isExecutable(STRACE), "no strace on this machine: the flush was not looked at");
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of(
                STRACE.toString(),
                "-D",
                "-f",
                "-qq",
                "-y",
                "-e",
                "trace=fsync,fdatasync,write",
                "-o",
                trace.toString()));
        command.addAll(List.of(more));
        command.addAll(Victim.command(folder.resolve("node"), 1, 1, mode));
        Map<Integer, Set<Long>> acknowledged = Victim.nothing();
        Victim.runAndKill(command, folder.resolve("printed"), Duration.ofSeconds(2), acknowledged);
        assertTrue(acknowledged.getOrDefault(0, Set.of()).size() >= ENOUGH, "too few answers: " + acknowledged);
        return Files.readAllLines(trace);
    }

    /// Numbers of the answers that were written when the log had not been flushed that often since the node was
    /// ready.
    private static List<Integer> answersBeforeTheirFlush(List<String> trace) {
        List<Integer> early = new ArrayList<>();
        boolean ready = false;
        int flushes = 0;
        int answers = 0;
        for (String call : trace) {
            if (call.contains("\"" + LogTorture.READY)) {
                ready = true;
            } else if (ready && isFlushOfTheLog(call)) {
                flushes++;
            } else if (ready && call.contains("\"" + LogTorture.ACK + " ")) {
                answers++;
                if (flushes < answers) {
                    early.add(answers);
                }
            }
        }
        return early;
    }

    /// A flush counts where it begins; only its thread answers, and not before the call returned.
    private static boolean isFlushOfTheLog(String call) {
        return (call.contains("fsync(") || call.contains("fdatasync(")) && call.contains("log_inprogress_");
    }
}
