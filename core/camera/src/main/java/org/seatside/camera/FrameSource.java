package org.seatside.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Somewhere frames come from. A thread of its own named `camera` opens the device, takes frames and closes it
/// again.
/// Only the newest frame is kept: a slow consumer misses frames, it never lags behind.
///
/// All methods may be called from any thread.
public interface FrameSource extends AutoCloseable {

    /// Starts taking frames and returns at once; does nothing if it runs already. Whatever goes wrong becomes a
    /// [#state()].
    void start();

    /// Ends taking frames and waits, at most two seconds, until the device is closed. The source can be
    /// started again.
    void stop();

    SourceState state();

    /// Calls the listener with the state now and with every later one, in order, from the thread that brought
    /// it about.
    /// The listener must be quick and must not start or stop the source.
    void onState(Consumer<SourceState> listener);

    /// Asks for no more than so many frames a second from now on, over stops and starts: whoever needs few
    /// should not pay for many. A source that cannot grant it gives as many as before.
    ///
    /// @param framesPerSecond at least 1; infinite for all there are
    default void takeAtMost(double framesPerSecond) {}

    /// The newest frame since the last start.
    Optional<Frame> latest();

    /// Waits for a frame with a higher sequence than `sequence` (-1 for any), whatever the state: a source may
    /// be started again, and a loop around this call must not spin while it is not.
    ///
    /// @return empty if none came in time
    /// @throws InterruptedException if the thread is interrupted while it waits
    Optional<Frame> awaitNewer(long sequence, Duration timeout) throws InterruptedException;

    /// The same as [#stop()].
    @Override
    default void close() {
        stop();
    }
}
