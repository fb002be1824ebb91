package org.seatside.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Judgement;

/// A node with the bug that the kill test must find: it acknowledges check-ins before the log has them.
public final class HastyNodeMain {
    private HastyNodeMain() {}

    public static void main(String[] args) throws Exception {
        Node node = Node.start(NodeConfig.read(Path.of(args[1]), Map.of()), Map.of(), Hasty::new);
        System.out.println("ready " + node.baseUri());
    }

    private record Hasty(CommandLog log) implements CommandLog {
        @Override
        public CompletableFuture<Applied> append(Command command) {
            if (!(command.change() instanceof Change.RecordCheckIn record)
                    || !(record.judgement() instanceof Judgement.Counts counts)) {
                return log.append(command);
            }
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> {
                var _ = log.append(command);
            });
            return CompletableFuture.completedFuture(new Applied(
                    1,
                    new ApplyResult.CheckedIn(true, counts, counts.attendance(), record.effectiveAt(), counts.room())));
        }

        @Override
        public Readiness readiness() {
            return log.readiness();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
