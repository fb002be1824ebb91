package org.seatside.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds how many connections there are, in all and from one address, how long a request's head may take, and how
/// slowly an answer may be read: a client that sends or takes a byte now and then keeps Jetty's own idle time-out from
/// ever coming.
final class ConnectionGuard extends AbstractLifeCycle implements Connection.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Scheduler scheduler;
    private final ConnectionLimits limits;
    private final Map<Connection, Watched> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, AtomicInteger> byAddress = new ConcurrentHashMap<>();
    private volatile Scheduler.Task next = () -> false;

    ConnectionGuard(Scheduler scheduler, ConnectionLimits limits) {
        this.scheduler = scheduler;
        this.limits = limits;
    }

    @Override
    protected void doStart() {
        next = scheduler.schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    int connections() {
        return open.size();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return; // what it carries is a connection of its own
        }
        InetAddress from = address(connection);
        int fromThere =
                byAddress.computeIfAbsent(from, _ -> new AtomicInteger()).incrementAndGet();
        open.put(connection, new Watched(System.nanoTime()));
        if (open.size() > limits.inAll() || fromThere > limits.fromOneAddress()) {
            LOG.debug("one connection too many");
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (open.remove(connection) != null) {
            byAddress.computeIfPresent(address(connection), (_, count) -> count.decrementAndGet() == 0 ? null : count);
        }
    }

    private static InetAddress address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, watched) -> {
            if (watched.isTooSlow(connection, now, limits.head())) {
                LOG.debug("a head took too long");
                connection.getEndPoint().close();
            } else if (watched.readsTooSlowly(connection, now, limits.patience())) {
                LOG.debug("an answer was read too slowly");
                connection.getEndPoint().close(new EofException("the answer was read too slowly"));
            }
        });
        if (isRunning()) {
            next = scheduler.schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// What is known of a connection. One thread at a time.
    private static final class Watched {
        private long since;
        private long requests;
        private long bytesWhenIdle;
        private boolean idle;

        /// Since when an answer waits for its reader, and how much had gone out then; 0 while none waits.
        private long heldUpSince;

        private long flushedThen;

        Watched(long opened) {
            since = opened;
            idle = true;
        }

        /// Whether a head has been on its way for too long, or the first one never came.
        boolean isTooSlow(Connection connection, long now, Duration longest) {
            long heads = connection.getMessagesIn();
            if (heads != requests) {
                requests = heads;
                idle = false;
            }
            if (!idle) {
                // A body is bounded by who reads it, an answer by Jetty.
                if (connection.getMessagesOut() == heads) {
                    idle = true;
                    bytesWhenIdle = connection.getBytesIn();
                }
                since = now;
                return false;
            }
            if (requests > 0 && connection.getBytesIn() == bytesWhenIdle) {
                since = now;
                return false;
            }
            return now - since > longest.toNanos();
        }

        /// Whether an answer has waited all this time for its reader, who took hardly anything of it. Who takes
        /// enough in each such time may take as many of them as it needs.
        boolean readsTooSlowly(Connection connection, long now, Duration patience) {
            CountingEndPoint socket = CountingEndPoint.below(connection.getEndPoint());
            if (socket == null || !socket.isHeldUp()) {
                heldUpSince = 0;
                return false;
            }
            if (heldUpSince == 0) {
                heldUpSince = now;
                flushedThen = socket.flushed();
                return false;
            }
            long waited = now - heldUpSince;
            if (waited < patience.toNanos()) {
                return false;
            }
            boolean enough = socket.flushed() - flushedThen
                    >= TimeUnit.NANOSECONDS.toMillis(waited) * ConnectionLimits.LEAST_RATE / 1_000;
            heldUpSince = 0;
            return !enough;
        }
    }
}
