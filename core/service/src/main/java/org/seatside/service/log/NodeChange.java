package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.List;
import org.seatside.model.api.KioskState;
import org.seatside.model.id.KioskId;

/// What nodes tell each other by the log and no view keeps.
@JsonSubTypes(@JsonSubTypes.Type(value = NodeChange.Heartbeat.class, name = "node-heartbeat"))
public sealed interface NodeChange extends Change {
    @Override
    default boolean audited() {
        return false;
    }

    /// When a kiosk spoke to a node, and what it said of itself.
    record KioskSeen(KioskId kiosk, Instant at, KioskState state) {}

    /// A node is there.
    ///
    /// @param node its name among the nodes that keep the log
    /// @param address where its clients find it
    /// @param weight how many clients it wants beside the others
    /// @param leads whether it ordered the commands when it said so
    /// @param kiosks those that spoke to it since it said so last
    record Heartbeat(String node, String address, int weight, String version, boolean leads, List<KioskSeen> kiosks)
            implements NodeChange {
        public Heartbeat {
            kiosks = List.copyOf(kiosks);
        }
    }
}
