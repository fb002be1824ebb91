package org.seatside.cli.bench.kiosk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Setup;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.sample.frames.SampleFrames;
import org.seatside.sample.frames.SampleFrames.Held;

/// A campus with one class that meets now, the passes of its students as pictures of a camera, and a kiosk that is
/// invited.
///
/// @param passes texts, one of each student
/// @param pairingCode of the kiosk
record KioskCampus(List<String> passes, String pairingCode) {
    private static final int FIRST_NUMBER = 20_000_000;
    private static final Held[] HELD = {Held.PLAIN, Held.TILTED, Held.SOFT};

    /// @param data the node's folder
    static KioskCampus enter(URI node, Path data, int students) throws IOException, NodeException {
        try (NodeClient staff = new NodeClient(List.of(node), new Json())) {
            String token = Files.readString(data.resolve("setup-token")).strip();
            staff.setup(new Setup(token, "bench", UUID.randomUUID().toString()), staff.newCommand());
            Room room = staff.addRoom(new NewRoom("19C4", "공학관", "4층", null), staff.newCommand());
            Section section = staff.addSection(new NewSection("LOAD-01", "자료구조"), staff.newCommand());
            Instant now = Instant.now();
            staff.addMeeting(
                    new NewMeeting(section.id(), room.id(), now, now.plus(Duration.ofHours(2)), 60, 60, 100),
                    staff.newCommand());
            LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusMonths(4);
            List<StudentId> ids = new ArrayList<>();
            List<String> passes = new ArrayList<>();
            for (int i = 0; i < students; i++) {
                Student student = staff.addStudent(new NewStudent(number(i), "홍길동"), staff.newCommand());
                ids.add(student.id());
                passes.add(staff.issuePass(student.id(), new NewPass(expires), staff.newCommand())
                        .text());
            }
            staff.enrol(section.id(), new Enrolment(ids), staff.newCommand());
            String code = staff.inviteKiosk(new NewKiosk("Kiosk", room.id()), staff.newCommand())
                    .code();
            return new KioskCampus(List.copyOf(passes), code);
        }
    }

    private static String number(int i) {
        return Integer.toString(FIRST_NUMBER + i);
    }

    /// Draws what a camera sees while one student after the other shows the pass.
    ///
    /// @param shown frames that show each pass
    /// @param between frames with nobody, after each
    void draw(Path folder, int shown, int between) throws IOException {
        SampleFrames frames = new SampleFrames(new SplittableRandom(1));
        Files.createDirectories(folder);
        Path nobody = save(frames.empty(), folder.resolve("z.jpg"));
        int frame = 0;
        for (int i = 0; i < passes.size(); i++) {
            BufferedImage picture = frames.card(passes.get(i), "Seatside", HELD[i % HELD.length]);
            Path first = save(picture, folder.resolve("f%06d.jpg".formatted(frame++)));
            for (int j = 1; j < shown; j++) {
                Files.createLink(folder.resolve("f%06d.jpg".formatted(frame++)), first);
            }
            for (int j = 0; j < between; j++) {
                Files.createLink(folder.resolve("f%06d.jpg".formatted(frame++)), nobody);
            }
        }
    }

    /// Draws what a camera sees while nobody is there.
    static void drawEmpty(Path folder, int frames) throws IOException {
        SampleFrames drawn = new SampleFrames(new SplittableRandom(2));
        Files.createDirectories(folder);
        for (int i = 0; i < frames; i++) {
            save(drawn.empty(), folder.resolve("e%03d.jpg".formatted(i)));
        }
    }

    private static Path save(BufferedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, "jpg", file.toFile())) {
            throw new IOException("This Java runtime writes no JPEG");
        }
        return file;
    }
}
