package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;

/// The node itself, as [NodeClient#node] gives it: for administrators. Thread-safe.
public final class NodeCalls {
    private final NodeClient node;

    NodeCalls(NodeClient node) {
        this.node = node;
    }

    public NodeStatus status() throws NodeException {
        return node.read(Call.get(Paths.NODE), new TypeReference<>() {});
    }

    /// The campus's authority.
    ///
    /// @throws NodeException of kind NOT_FOUND where this node looks after none
    public NodeAuthority authority() throws NodeException {
        return node.read(Call.get(Paths.NODE + "/authority"), new TypeReference<>() {});
    }

    /// Makes the next authority known, which takes over later; where one is on its way, nothing changes.
    public NodeAuthority rotateAuthority(CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.NODE + "/authority/rotation", null, id), new TypeReference<>() {});
    }

    /// The nodes of the campus that were heard of lately. Needs no session.
    public List<NodeEntry> nodes() throws NodeException {
        return node.read(Call.get(Paths.NODES), new TypeReference<>() {});
    }

    /// Takes a node out of those that keep the log.
    public void remove(String name, CommandId id) throws NodeException {
        node.change("DELETE", Paths.NODES + "/" + Call.encode(name), null, id);
    }

    /// Has a node lead.
    public void lead(String name, CommandId id) throws NodeException {
        node.change("POST", Paths.NODES + "/" + Call.encode(name) + "/lead", null, id);
    }

    /// Begins a backup; [#status] says when it has ended.
    public BackupStatus backup(CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.NODE + "/backups", null, id), new TypeReference<>() {});
    }

    /// Begins to restore a backup beside, and to compare it; [#status] says what came of it.
    public BackupStatus drill(BackupStatus.File file, CommandId id) throws NodeException {
        return node.read(
                Call.change("POST", Paths.NODE + "/backups/" + Call.encode(file.name()) + "/drill", null, id),
                new TypeReference<>() {});
    }
}
