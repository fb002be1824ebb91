package org.seatside.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.seatside.bench.Decoder.Answer;
import org.seatside.qr.Luminance;

/// Times a decoder on this thread by the wall and by the thread's CPU time: on a busy machine only the second
/// says what the work costs. Where the system keeps no CPU time of threads, the wall's is given for both.
public final class Stopwatch {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean knowsCpu = threads.isCurrentThreadCpuTimeSupported();

    /// @param millis by the wall
    /// @param cpuMillis of this thread
    /// @param overMillis by the wall, how long after its deadline the decoder stopped; negative or infinitely so
    ///     where it stopped before
    public record Timed(Answer answer, double millis, double cpuMillis, double overMillis) {}

    public Timed read(Decoder decoder, Luminance picture) {
        return time(decoder, () -> decoder.read(picture));
    }

    /// A frame of a video, taken at `nanos`.
    public Timed read(Decoder decoder, Luminance picture, long nanos) {
        return time(decoder, () -> decoder.read(picture, nanos));
    }

    private Timed time(Decoder decoder, Supplier<Answer> reading) {
        long cpu = cpu();
        long start = System.nanoTime();
        Answer answer = reading.get();
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        double cpuMillis = knowsCpu ? (cpu() - cpu) / NANOS_PER_MILLI : millis;
        return new Timed(answer, millis, cpuMillis, millis - decoder.deadlineMillis());
    }

    private long cpu() {
        return knowsCpu ? threads.getCurrentThreadCpuTime() : 0;
    }
}
