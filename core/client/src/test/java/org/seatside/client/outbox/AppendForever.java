package org.seatside.client.outbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Executors;
import org.seatside.model.attendance.CheckIn;

/// A process to be killed: appends from four threads and says a line after each acknowledgement.
final class AppendForever {
    private AppendForever() {}

    public static void main(String[] arguments) throws IOException {
        Drafts drafts = new Drafts(new SecureRandom().nextLong());
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        Outbox outbox = Outbox.open(
                new RealDisk(), Path.of(arguments[0]), Drafts.JSON, Drafts.CLOCK, new SecureRandom(), 20_000);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                var _ = threads.submit(() -> {
                    while (true) {
                        CheckIn appended = outbox.append(drafts.next());
                        byte[] line = (appended.id() + " " + appended.epoch() + " " + appended.seq() + "\n")
                                .getBytes(StandardCharsets.US_ASCII);
                        synchronized (out) {
                            out.write(line);
                        }
                    }
                });
            }
        }
    }
}
