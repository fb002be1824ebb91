package org.seatside.server.http;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Brings what Jersey says through `java.util.logging` into our log, from warnings up.
final class JerseyLog extends Handler {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.glassfish.jersey");

    // Held here: java.util.logging forgets the settings of loggers nobody holds.
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    /// Warns once for every resource that is an instance and not a class, which is how ours all are.
    private static final Logger REGISTRATIONS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private final SimpleFormatter formatter = new SimpleFormatter();

    private JerseyLog() {}

    static void route() {
        synchronized (JERSEY) {
            if (JERSEY.getUseParentHandlers()) {
                JERSEY.setUseParentHandlers(false);
                JERSEY.setLevel(Level.WARNING);
                JERSEY.addHandler(new JerseyLog());
                REGISTRATIONS.setLevel(Level.SEVERE);
            }
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (hasLeft(entry.getThrown())) {
            LOG.debug("{}", formatter.formatMessage(entry));
        } else if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            LOG.error("{}", formatter.formatMessage(entry), entry.getThrown());
        } else {
            LOG.warn("{}", formatter.formatMessage(entry), entry.getThrown());
        }
    }

    /// A client that left, or was cut off, in the middle of its answer: no fault of ours, and no way to fill the log.
    private static boolean hasLeft(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // lives as long as the process
    }
}
