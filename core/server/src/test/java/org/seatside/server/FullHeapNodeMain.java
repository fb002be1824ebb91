package org.seatside.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A node whose memory runs out once there is a file `fill` beside its configuration.
public final class FullHeapNodeMain {
    private FullHeapNodeMain() {}

    public static void main(String[] args) throws Exception {
        Path config = Path.of(args[1]);
        Node node = Node.start(NodeConfig.read(config, Map.of()), Map.of());
        System.out.println("ready " + node.baseUri());
        while (!Files.exists(config.resolveSibling("fill"))) {
            LockSupport.parkNanos(20_000_000);
        }
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[1 << 20]);
        }
    }
}
