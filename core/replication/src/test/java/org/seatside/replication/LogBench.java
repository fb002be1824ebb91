package org.seatside.replication;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Commands a second into one node's log, each submitter waiting for its answer before the next.
final class LogBench {
    private LogBench() {}

    /// @param args folder to work in, seconds to warm up, seconds to measure, then numbers of submitters
    public static void main(String[] args) throws Exception {
        int warm = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        for (String submitters : Arrays.copyOfRange(args, 3, args.length)) {
            Path folder = Files.createTempDirectory(Path.of(args[0]), "bench");
            long begun = System.nanoTime();
            try (TestNode node = TestNode.start(folder)) {
                node.awaitReady();
                System.out.printf("ready after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                run(node, Integer.parseInt(submitters), warm, seconds);
            }
        }
    }

    private static void run(TestNode node, int submitters, int warm, int seconds) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long[][] nanos = new long[submitters][1 << 16];
        int[] counts = new int[submitters];
        long start = System.nanoTime();
        long from = start + TimeUnit.SECONDS.toNanos(warm);
        long until = from + TimeUnit.SECONDS.toNanos(seconds);
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
        Thread.sleep(TimeUnit.SECONDS.toMillis(warm));
        long cpu = processCpu();
        for (Thread thread : threads) {
            thread.join();
        }
        cpu = processCpu() - cpu;
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
                "%d submitters: %.0f/s, p50 %.1f ms, p99 %.1f ms, %.1f us of CPU a command, %.2f cores used%n",
                submitters,
                done.get() / (double) seconds,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                cpu / 1e3 / done.get(),
                cpu / 1e9 / seconds);
    }

    /// Nanoseconds of CPU, so that runs on a busy machine can be compared.
    private static long processCpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
