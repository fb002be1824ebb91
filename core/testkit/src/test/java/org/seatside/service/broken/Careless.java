package org.seatside.service.broken;

import ch.qos.logback.classic.Level;
import java.sql.Connection;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/// Breaks what a service may break.
final class Careless {
    private final Connection connection;

    Careless(Connection connection) {
        this.connection = connection;
    }

    void startsThreads() {
        Thread.startVirtualThread(this::speaks);
        Executors.newSingleThreadExecutor().close();
    }

    void speaks() {
        System.out.println(connection);
        Logger.getLogger("x").info(Level.INFO.levelStr);
    }

    void fails() {
        throw new RuntimeException("which one?");
    }
}
