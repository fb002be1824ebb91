package org.seatside.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.NotAppendedException;

/// Whoever appends gets an answer, whatever becomes of the thread that submits.
final class SubmitterTest {
    private static final CommandCodec.Encoded COMMAND = new CommandCodec().encode(CheckIns.command(1, 1));

    @Test
    void anErrorFailsWhatWaitsAndIsTold() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (Submitter submitter = new Submitter(
                new CommandCodec(),
                _ -> {
                    throw new OutOfMemoryError("no more threads");
                },
                Duration.ofMinutes(1),
                ended::complete)) {
            CompletableFuture<CommandLog.Applied> answer = submitter.append(COMMAND);

            ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertInstanceOf(NotAppendedException.class, failure.getCause());
            assertEquals(
                    "The log's submitting thread ended by java.lang.OutOfMemoryError", ended.get(10, TimeUnit.SECONDS));
            assertThrows(
                    ExecutionException.class, () -> submitter.append(COMMAND).get(10, TimeUnit.SECONDS));
        }
    }
}
