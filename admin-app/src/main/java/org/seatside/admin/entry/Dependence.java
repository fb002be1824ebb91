package org.seatside.admin.entry;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeException;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;

/// Deleting an entry that others may refer to: the node is asked what does.
public final class Dependence<E> implements EntryList.Deletion<E> {
    private final NodeLink link;
    private final Topic topic;
    private final Function<E, UUID> id;
    private final Function<E, String> name;
    private final Deleting<E> deleting;

    public Dependence(
            NodeLink link, Topic topic, Function<E, UUID> id, Function<E, String> name, Deleting<E> deleting) {
        this.link = link;
        this.topic = topic;
        this.id = id;
        this.name = name;
        this.deleting = deleting;
    }

    @Override
    public String name(E entry) {
        return name.apply(entry);
    }

    @Override
    public Map<Topic, Long> dependents(E entry) throws NodeException {
        return link.client().places().dependents(topic, id.apply(entry)).counts();
    }

    @Override
    public void delete(E entry, CommandId command) throws NodeException {
        deleting.delete(entry, command);
    }

    /// Deletes it at the node.
    @FunctionalInterface
    public interface Deleting<E> {
        void delete(E entry, CommandId command) throws NodeException;
    }
}
