package org.seatside.replication;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Commands a second into one node's log, each submitter waiting for its answer before the next.
final class LogBench {
    private static final int WARM_SECONDS = 5;
    private static final int SECONDS = 8;

    private LogBench() {}

    /// @param args folder to work in, then numbers of submitters
    public static void main(String[] args) throws Exception {
        for (String submitters : Arrays.copyOfRange(args, 1, args.length)) {
            Path folder = Files.createTempDirectory(Path.of(args[0]), "bench");
            long begun = System.nanoTime();
            try (TestNode node = TestNode.start(folder)) {
                node.awaitReady();
                System.out.printf("ready after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                run(node, Integer.parseInt(submitters));
            }
        }
    }

    private static void run(TestNode node, int submitters) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long[][] nanos = new long[submitters][1 << 16];
        int[] counts = new int[submitters];
        long start = System.nanoTime();
        long from = start + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
        long until = from + TimeUnit.SECONDS.toNanos(SECONDS);
        Thread[] threads = new Thread[submitters];
        for (int i = 0; i < submitters; i++) {
            int kiosk = i;
            threads[i] = Thread.ofVirtual().start(() -> {
                for (long seq = 1, now = System.nanoTime(); now < until; seq++) {
                    node.log().append(CheckIns.command(kiosk, seq)).join();
                    long answered = System.nanoTime();
                    if (now >= from) {
                        done.incrementAndGet();
                        nanos[kiosk][counts[kiosk]++ & 0xffff] = answered - now;
                    }
                    now = answered;
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] all = new long
                [Arrays.stream(counts).map(count -> Math.min(count, 1 << 16)).sum()];
        int at = 0;
        for (int i = 0; i < submitters; i++) {
            int count = Math.min(counts[i], 1 << 16);
            System.arraycopy(nanos[i], 0, all, at, count);
            at += count;
        }
        Arrays.sort(all);
        System.out.printf(
                "%d submitters: %.0f/s, p50 %.1f ms, p99 %.1f ms%n",
                submitters, done.get() / (double) SECONDS, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6);
    }
}
