package org.seatside.server.http;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/// How many requests were answered, how, and how long that took. For any number of threads.
public final class RequestMetrics {
    /// Upper bounds of the histogram, in seconds.
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final int CLASSES = 6;

    private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
    private final LongAdder nanos = new LongAdder();
    private final AtomicLongArray byClass = new AtomicLongArray(CLASSES);
    private final LongAdder underWay = new LongAdder();

    private volatile IntSupplier connections = () -> 0;

    void watch(IntSupplier open) {
        connections = open;
    }

    void begun() {
        underWay.increment();
    }

    /// @param status of the answer, 0 where nobody was left to be answered
    void ended(int status, long took) {
        underWay.decrement();
        byClass.incrementAndGet(Math.clamp(status / 100, 0, CLASSES - 1));
        nanos.add(took);
        double seconds = took / 1e9;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        buckets.incrementAndGet(bucket);
    }

    /// Writes all of it.
    public void writeTo(Exposition out) {
        out.gauge("seatside_http_connections", "Connections that are open.", connections.getAsInt());
        out.gauge(
                "seatside_http_requests_under_way",
                "Requests that are being answered, event streams included.",
                underWay.sum());
        out.begin("seatside_http_requests_total", "counter", "Requests answered, by class of status.");
        for (int hundred = 1; hundred < CLASSES; hundred++) {
            out.sample("seatside_http_requests_total", byClass.get(hundred), "status", hundred + "xx");
        }
        out.begin("seatside_http_request_seconds", "histogram", "From the head of a request to its answer.");
        long sum = 0;
        for (int bucket = 0; bucket < BOUNDS.length; bucket++) {
            sum += buckets.get(bucket);
            out.sample("seatside_http_request_seconds_bucket", sum, "le", Double.toString(BOUNDS[bucket]));
        }
        sum += buckets.get(BOUNDS.length);
        out.sample("seatside_http_request_seconds_bucket", sum, "le", "+Inf");
        out.sample("seatside_http_request_seconds_sum", nanos.sum() / 1e9);
        out.sample("seatside_http_request_seconds_count", sum);
    }
}
