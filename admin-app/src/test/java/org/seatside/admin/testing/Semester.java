package org.seatside.admin.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.seatside.admin.launch.live.LiveNode;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.About;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignedIn;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Student;
import org.seatside.sample.SampleTerm;

/// A real node with the sample campus in the middle of its term.
public final class Semester implements AutoCloseable {
    private final LiveNode node;
    private final SampleTerm term;

    private Semester(LiveNode node) throws NodeException {
        this.node = node;
        this.term = SampleTerm.enter(node.client(), Instant.now());
    }

    public static Semester start(Path folder) throws Exception {
        return new Semester(LiveNode.start(folder));
    }

    /// A session that may do everything here.
    public SignedIn everything(String name) throws Exception {
        return node.session(name, EnumSet.of(Role.ADMINISTRATOR, Role.SUPPORT_OFFICER, Role.AUDITOR));
    }

    public About about() throws NodeException {
        return node.client().about();
    }

    /// Signed in as administrator.
    public NodeClient administrator() {
        return node.client();
    }

    public URI uri() {
        return node.uri();
    }

    public List<Student> students() {
        return term.students();
    }

    /// Of the first class, the oldest first; the last two have nothing on record.
    public List<Meeting> meetings() {
        return term.meetings();
    }

    @Override
    public void close() {
        node.close();
    }
}
