package org.seatside.server;

import java.io.File;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.seatside.model.attendance.Outcome;
import org.seatside.server.http.Exposition;
import org.seatside.service.gateway.UpstreamStore;
import org.seatside.service.log.CommandLog.Readiness;

/// What an operator watches of a node: counts and sizes, nobody's data. Thread-safe.
final class NodeMetrics implements Consumer<Exposition> {
    private final String version;
    private final File disk;
    private final Supplier<Readiness> readiness;
    private final UpstreamStore upstream;
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    /// @param disk any file on the disk that the node writes to
    NodeMetrics(String version, File disk, Supplier<Readiness> readiness, UpstreamStore upstream) {
        this.version = version;
        this.disk = disk;
        this.readiness = readiness;
        this.upstream = upstream;
    }

    /// Counts what a check-in came to.
    void answered(Outcome outcome) {
        outcomes.computeIfAbsent(outcome.kind(), _ -> new LongAdder()).increment();
    }

    @Override
    public void accept(Exposition out) {
        out.begin("seatside_info", "gauge", "The version that runs.");
        out.sample("seatside_info", 1, "version", version);
        Readiness now = readiness.get();
        out.gauge("seatside_ready", "Whether check-ins can be acknowledged.", now.ready() ? 1 : 0);
        out.gauge("seatside_view_lag_entries", "Log entries that the view does not have yet.", now.lag());
        out.begin("seatside_check_ins_total", "counter", "Check-ins answered since the start, by outcome.");
        outcomes.forEach((outcome, count) -> out.sample("seatside_check_ins_total", count.sum(), "outcome", outcome));
        out.begin("seatside_upstream", "gauge", "Records on their way to the institution's own service, by state.");
        upstream.counts().forEach((state, count) -> out.sample("seatside_upstream", count, "state", state.name()));
        out.gauge("seatside_disk_free_bytes", "Room on the node's disk.", disk.getUsableSpace());
        process(out);
    }

    private static void process(Exposition out) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        out.gauge("process_start_time_seconds", "Start of the process since 1970.", runtime.getStartTime() / 1e3);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            out.counter(
                    "process_cpu_seconds_total", "Processor time of the process.", system.getProcessCpuTime() / 1e9);
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            out.gauge("process_open_fds", "Files and sockets that are open.", unix.getOpenFileDescriptorCount());
            out.gauge("process_max_fds", "Files and sockets that may be open.", unix.getMaxFileDescriptorCount());
        }
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        out.gauge("jvm_memory_heap_used_bytes", "Heap in use.", heap.getUsed());
        out.gauge("jvm_memory_heap_max_bytes", "Heap at most.", heap.getMax());
        out.gauge(
                "jvm_threads",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        out.counter(
                "jvm_gc_seconds_total",
                "Time spent collecting garbage.",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / 1e3);
    }
}
