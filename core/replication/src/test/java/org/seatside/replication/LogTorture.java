package org.seatside.replication;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.seatside.service.log.CommandLog;

/// A node that records check-ins of some kiosks as fast as it can, and prints `ready`, and `ack kiosk seq` once
/// one is acknowledged, until somebody kills it. Goes on from where the view is when it starts again.
final class LogTorture {
    /// Small, so that snapshots are written and the log is cut while the node is being killed.
    static final RaftConfig.Snapshots SNAPSHOTS = new RaftConfig.Snapshots(3_000, 400, 100);

    static final String ACK = "ack";
    static final String READY = "ready";

    private LogTorture() {}

    /// @param args folder, number of kiosks, check-ins a kiosk has on their way at a time, and `honest`, or
    ///     `early` for the bug of acknowledging what was only handed in
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int kiosks = Integer.parseInt(args[1]);
        int window = Integer.parseInt(args[2]);
        boolean early = args[3].equals("early");
        @SuppressWarnings("resource")
        TestNode node = TestNode.start(config(folder), folder);
        node.awaitReady();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);
        out.println(READY);
        out.flush();
        for (int kiosk = 0; kiosk < kiosks; kiosk++) {
            int number = kiosk;
            Thread.ofPlatform().name("kiosk-" + kiosk).start(() -> record(node, number, window, early, out));
        }
    }

    static RaftConfig config(Path folder) {
        return RaftConfig.alone(folder.resolve("log")).with(SNAPSHOTS);
    }

    private static void record(TestNode node, int kiosk, int window, boolean early, PrintStream out) {
        long seq = node.home().stores().attendance().highWater(CheckIns.kiosk(kiosk), CheckIns.EPOCH);
        Deque<CompletableFuture<CommandLog.Applied>> open = new ArrayDeque<>();
        long answered = seq;
        while (true) {
            while (open.size() < window) {
                seq++;
                open.addLast(node.log().append(CheckIns.command(kiosk, seq)));
                if (early) {
                    print(out, kiosk, seq);
                }
            }
            try {
                open.removeFirst().get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("kiosk " + kiosk + " got no answer", e);
            }
            answered++;
            if (!early) {
                print(out, kiosk, answered);
            }
        }
    }

    /// One write a line, so that a kill leaves no half line behind.
    private static void print(PrintStream out, int kiosk, long seq) {
        byte[] line = (ACK + " " + kiosk + " " + seq + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (out) {
            out.write(line, 0, line.length);
            out.flush();
        }
    }
}
