package org.seatside.model.api;

import java.time.Instant;

/// A node of a campus, as the node that was asked knows it.
///
/// @param id its name among the nodes that keep the log
/// @param address where its clients find it, with what they pin
/// @param ready whether it could acknowledge check-ins when it was last heard of
/// @param leads whether it orders the commands; any node takes them
/// @param weight how many clients it wants beside the others; 0 for a witness, which clients leave alone
/// @param lastHeartbeat when it was last heard of; what is silent for 20 seconds is not in the list
public record NodeEntry(
        String id, String address, boolean ready, boolean leads, int weight, String version, Instant lastHeartbeat) {}
