package org.seatside.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// A socket that says how much of what it was given it has passed on. Jetty's own counts are of what was handed to
/// a connection: a whole answer at once, however slowly it is read.
final class CountingEndPoint extends SocketChannelEndPoint {
    /// Written by one thread at a time.
    private volatile long flushed;

    CountingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one flush at a time
    public boolean flush(ByteBuffer... buffers) throws IOException {
        long before = BufferUtil.remaining(buffers);
        try {
            return super.flush(buffers);
        } finally {
            flushed += before - BufferUtil.remaining(buffers);
        }
    }

    long flushed() {
        return flushed;
    }

    /// Whether something waits until the client reads.
    boolean isHeldUp() {
        return getWriteFlusher().isPending();
    }

    /// The socket below an end point; null where it is of another kind.
    static @Nullable CountingEndPoint below(EndPoint endPoint) {
        EndPoint lowest = endPoint instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : endPoint;
        return lowest instanceof CountingEndPoint counting ? counting : null;
    }
}
