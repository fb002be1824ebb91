package org.seatside.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.payload.RoomTagKeys;

/// A node in this process with an administrator, and ways to fill it.
final class CampusFixture implements AutoCloseable {
    static final String PASSWORD = "a sentence nobody would guess";

    private static final String TAG_KEY = "000102030405060708090a0b0c0d0e0f";
    static final Map<String, String> ENVIRONMENT = Map.of(RoomTagKeys.VARIABLE, TAG_KEY);

    private final Node node;
    private final Api open;
    private final SignedIn session;
    private final String setupToken;

    private CampusFixture(Node node, Api open, SignedIn session, String setupToken) {
        this.node = node;
        this.open = open;
        this.session = session;
        this.setupToken = setupToken;
    }

    static CampusFixture start(Path folder) throws NodeStartException, IOException {
        return start(NodeConfig.in(folder));
    }

    static CampusFixture start(NodeConfig config) throws NodeStartException, IOException {
        Node node = Node.start(config, ENVIRONMENT);
        Api open = Api.at(node.baseUri());
        Path file = node.dataFolder().resolve("setup-token");
        if (!Files.exists(file)) {
            SignedIn session =
                    open.post(Paths.SESSIONS, new SignIn("Admin", PASSWORD)).as(SignedIn.class);
            return new CampusFixture(node, open, session, "");
        }
        String token = Files.readString(file).strip();
        SignedIn session =
                open.post(Paths.SETUP, new Setup(token, "Admin", PASSWORD)).as(SignedIn.class);
        return new CampusFixture(node, open, session, token);
    }

    /// What the first administrator was made with; empty where there was one.
    String setupToken() {
        return setupToken;
    }

    Node node() {
        return node;
    }

    Api open() {
        return open;
    }

    Api admin() {
        return open.as(session.token());
    }

    SignedIn session() {
        return session;
    }

    Room room(String name) {
        return admin().post(Paths.ROOMS, new NewRoom(name, "", "", null)).as(Room.class);
    }

    /// A room with an old tag of its name, so that the institution's own service knows it.
    Room taggedRoom(String tag) {
        return admin().post(Paths.ROOMS, new NewRoom("", "19", "4", tagCode(tag)))
                .as(Room.class);
    }

    Student student(String number) {
        return admin().post(Paths.STUDENTS, new NewStudent(number, "홍길동")).as(Student.class);
    }

    static String tagCode(String tag) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(HexFormat.of().parseHex(TAG_KEY), "AES"));
            return HexFormat.of().formatHex(cipher.doFinal(tag.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
