package org.seatside.cli.bench.node;

import java.io.IOException;
import org.seatside.server.bench.StorelessServer;

/// The program of a [StorelessServer]: says `ready URI` as a node does, and serves until it is killed.
public final class StorelessMain {
    private StorelessMain() {}

    public static void main(String[] arguments) throws IOException {
        // Logs to where the node's program logs to, so that neither is spared what the other pays.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/seatside/server/logback-node.xml");
        }
        StorelessServer server = StorelessServer.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        System.out.println("ready " + server.uri());
    }
}
