package org.seatside.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.payload.InstitutionId;

/// What a new node of a campus needs for its first start: the campus's keys, its own name, and who the others are.
/// One file, to be carried to the new machine by hand as a key is: whoever has it can make passes.
///
/// A kit is for one node and one start. The same name must not begin twice with an empty folder, since it would vote
/// without what it had promised to keep: that is why kits end.
///
/// @param joins whether the others keep a log already
/// @param nodes all that are known, this one among them
/// @param files content of files of the data folder, Base64, by name
/// @param until when it is too old to be used
public record ClusterKit(
        int format, String self, boolean joins, List<Node> nodes, Map<String, String> files, Instant until) {
    private static final int FORMAT = 1;
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[0-9A-Za-z.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}]):[1-9][0-9]{0,4}");

    /// What every node of a campus has alike. The password of the key stores comes first: without it they are lost.
    private static final List<String> SHARED = List.of(
            NodeKeys.PASSWORD, NodeKeys.FILE, CampusAuthority.FILE, CampusAuthority.PEM, DataFolder.INSTITUTION);

    public ClusterKit {
        nodes = List.copyOf(nodes);
        files = new TreeMap<>(files);
    }

    /// @param id lower-case letters, digits and hyphens
    /// @param address host and port for other nodes
    public record Node(String id, String address, boolean witness) {
        public Node {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "The name of a node has lower-case letters, digits and hyphens, 32 at most: " + id);
            }
            if (!isAddress(address)) {
                throw new IllegalArgumentException(
                        "The address of a node is a host and a port, such as 10.0.0.1:8471, not " + address);
            }
        }
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /// Kits for nodes that begin together, with keys that are made now.
    ///
    /// @param scratch an empty folder; holds the keys afterwards, delete it
    public static List<ClusterKit> beginning(List<Node> nodes, Path scratch, Instant now) throws IOException {
        SecureRandom random = new SecureRandom();
        DataFolder folder = new DataFolder(scratch);
        try {
            NodeKeys.open(folder, random);
            CampusAuthority.open(
                    folder,
                    CampusAuthority.FILE,
                    folder.read(NodeKeys.PASSWORD).orElseThrow().toCharArray(),
                    now,
                    random);
            folder.write(DataFolder.INSTITUTION, new InstitutionId(random.nextLong(), random.nextLong()).toString());
        } catch (NodeStartException e) {
            throw new IOException(e.getMessage(), e);
        }
        List<ClusterKit> kits = new ArrayList<>();
        for (Node node : nodes) {
            kits.add(new ClusterKit(FORMAT, node.id(), false, nodes, shared(folder), now.plus(LIFE)));
        }
        return kits;
    }

    /// A kit for a node that joins others.
    ///
    /// @param data folder of one of these
    /// @param others those that keep the log now
    public static ClusterKit joining(Node self, List<Node> others, Path data, Instant now) throws IOException {
        if (others.stream().anyMatch(other -> other.id().equals(self.id()))) {
            throw new IOException("There is a node with the name " + self.id()
                    + " already: choose another, or take that one out of the log first");
        }
        List<Node> all = new ArrayList<>(others);
        all.add(self);
        return new ClusterKit(FORMAT, self.id(), true, all, shared(new DataFolder(data)), now.plus(LIFE));
    }

    private static Map<String, String> shared(DataFolder folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : SHARED) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                throw new IOException(file + " is missing: is this the data folder of a node with a cluster.address?");
            }
            files.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        }
        return files;
    }

    /// Writes it to a file that only this account reads.
    public void write(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null || Files.exists(absolute)) {
            throw new IOException(file + " exists already");
        }
        DataFolder.writeOwn(absolute, new Json().write(this));
    }

    static ClusterKit read(Path file) throws IOException, NodeStartException {
        try {
            ClusterKit kit = new Json().read(Files.readAllBytes(file), ClusterKit.class);
            if (kit.format() != FORMAT || !kit.files().keySet().containsAll(SHARED)) {
                throw new NodeStartException("cluster.kit is of another version of Seatside: make a new one");
            }
            return kit;
        } catch (NoSuchFileException e) {
            throw new NodeStartException("cluster.kit is not there: " + file, e);
        } catch (MalformedJsonException e) {
            throw new NodeStartException("cluster.kit is damaged, or no kit of `seatside cluster`: " + file, e);
        }
    }

    /// Puts the keys into a new node's folder.
    void unpack(DataFolder folder) throws IOException {
        for (String name : SHARED) {
            folder.write(name, Base64.getDecoder().decode(files.getOrDefault(name, "")));
        }
    }

    @Override
    public String toString() {
        return "ClusterKit[self=" + self + "]";
    }
}
