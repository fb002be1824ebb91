package org.seatside.cli.bench.export;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// What a piece of work took.
///
/// @param nanos by the wall
/// @param cpu nanoseconds of processor time of the whole process
/// @param live bytes of heap left after collections while it ran, beyond those before
/// @param peak bytes of heap in use while it ran, garbage and all, beyond those before
record Measured(long nanos, long cpu, long live, long peak) {
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    interface Work {
        void run() throws IOException;
    }

    static Measured of(Work work) throws IOException {
        System.gc();
        long before = used();
        long[] most = new long[2];
        AtomicBoolean ended = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            while (!ended.get()) {
                most[0] = Math.max(most[0], afterCollection());
                most[1] = Math.max(most[1], used());
                LockSupport.parkNanos(2_000_000);
            }
        });
        long cpu = processorTime();
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            ended.set(true);
        }
        long nanos = System.nanoTime() - start;
        long spent = processorTime() - cpu;
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Measured(nanos, spent, Math.max(0, most[0] - before), Math.max(0, most[1] - before));
    }

    private static long processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long afterCollection() {
        long left = 0;
        for (MemoryPoolMXBean pool : HEAP) {
            left += pool.getCollectionUsage() == null
                    ? 0
                    : pool.getCollectionUsage().getUsed();
        }
        return left;
    }
}
