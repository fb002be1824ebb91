package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.seatside.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal's files, appended to at the end of the newest. For one thread.
final class SegmentLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentLog.class);
    private static final String SUFFIX = ".journal";

    private final Disk disk;
    private final Path directory;
    private final Json json;
    private final InstantSource clock;
    private final int rollAt;
    private final NavigableSet<Integer> segments;
    private Disk.Journal tail;
    private long length;
    private boolean broken;

    private SegmentLog(
            Disk disk,
            Path directory,
            Json json,
            InstantSource clock,
            int rollAt,
            NavigableSet<Integer> segments,
            Disk.Journal tail,
            long length) {
        this.disk = disk;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
        this.rollAt = rollAt;
        this.segments = segments;
        this.tail = tail;
        this.length = length;
    }

    /// Goes on in the newest file. What a kill left in it was perhaps never forced: it is, before anything of
    /// it is sent under a number that a power cut would give again.
    static SegmentLog resume(
            Disk disk, Path directory, Json json, InstantSource clock, int rollAt, NavigableSet<Integer> segments)
            throws IOException {
        Path file = directory.resolve(name(segments.last()));
        long length = disk.read(file).length;
        Disk.Journal tail = disk.open(file);
        try {
            tail.force();
            // The name too: the kill may have come between the two.
            disk.forceDirectory(directory);
        } catch (IOException e) {
            tail.close();
            throw e;
        }
        return new SegmentLog(disk, directory, json, clock, rollAt, new TreeSet<>(segments), tail, length);
    }

    /// Begins a file after the given ones.
    static SegmentLog begin(
            Disk disk,
            Path directory,
            Json json,
            InstantSource clock,
            int rollAt,
            NavigableSet<Integer> segments,
            Head head)
            throws IOException {
        TreeSet<Integer> all = new TreeSet<>(segments);
        ByteBuffer bytes = headBytes(json, head);
        int length = bytes.remaining();
        Disk.Journal tail = create(disk, directory, head.segment(), bytes);
        all.add(head.segment());
        return new SegmentLog(disk, directory, json, clock, rollAt, all, tail, length);
    }

    static String name(int segment) {
        return "%08d%s".formatted(segment, SUFFIX);
    }

    static boolean isSegment(String name) {
        return name.matches("[0-9]{8}\\.journal");
    }

    static int number(String name) {
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }

    int newest() {
        return segments.last();
    }

    /// All files but the newest, oldest first.
    List<Integer> closed() {
        return List.copyOf(segments.headSet(segments.last()));
    }

    byte[] read(int segment) throws IOException {
        return disk.read(directory.resolve(name(segment)));
    }

    List<Integer> all() {
        return List.copyOf(segments);
    }

    boolean broken() {
        return broken;
    }

    /// All of it is in the file or none; with `force` it is on the device when this returns.
    void append(List<ByteBuffer> records, boolean force, long epoch, long nextSeq) throws OutboxException {
        if (broken) {
            throw broken(new IOException("an earlier failure"));
        }
        roll(epoch, nextSeq);
        ByteBuffer all = ByteBuffer.allocate(
                records.stream().mapToInt(ByteBuffer::remaining).sum());
        records.forEach(all::put);
        all.flip();
        int added = all.remaining();
        try {
            tail.write(all);
        } catch (IOException e) {
            takeBack();
            throw Failures.of("The outbox could not be written", e);
        }
        length += added;
        if (force) {
            force(tail);
        }
    }

    /// After one failed force nobody knows what is on the device, and the next force may say "done" all the same: the
    /// kernel has dropped the pages. So there is no next.
    private void force(Disk.Journal file) throws OutboxException {
        try {
            file.force();
        } catch (IOException e) {
            broken = true;
            throw broken(e);
        }
    }

    private static OutboxException broken(IOException cause) {
        return new OutboxException(
                OutboxException.Kind.BROKEN, "The outbox takes no more check-ins: its disk failed, replace it", cause);
    }

    private void takeBack() throws OutboxException {
        try {
            tail.truncate(length);
        } catch (IOException e) {
            broken = true;
            throw broken(e);
        }
    }

    private void roll(long epoch, long nextSeq) throws OutboxException {
        if (length < rollAt) {
            return;
        }
        int next = newest() + 1;
        ByteBuffer head = headBytes(json, new Head(Head.VERSION, next, epoch, nextSeq, false, clock.instant()));
        int headLength = head.remaining();
        // What was not forced stays behind in a file that nothing forces later.
        force(tail);
        Disk.Journal begun;
        try {
            begun = create(disk, directory, next, head);
        } catch (OutboxException e) {
            if (e.kind() == OutboxException.Kind.BROKEN) {
                broken = true;
                throw e;
            }
            LOG.warn("No new journal file could be begun, going on in {}: {}", newest(), e.getMessage());
            return;
        }
        closeTail();
        tail = begun;
        length = headLength;
        segments.add(next);
    }

    private static ByteBuffer headBytes(Json json, Head head) {
        return Records.encode(RecordType.HEAD, json.write(head));
    }

    private static Disk.Journal create(Disk disk, Path directory, int segment, ByteBuffer head) throws OutboxException {
        Path file = directory.resolve(name(segment));
        List<Disk.Journal> opened = new ArrayList<>(1);
        try {
            Disk.Journal begun = disk.create(file);
            opened.add(begun);
            begun.write(head);
        } catch (IOException e) {
            abandon(disk, file, opened, e);
            throw Failures.of("A journal file could not be begun", e);
        }
        try {
            opened.getFirst().force();
            disk.forceDirectory(directory);
            return opened.getFirst();
        } catch (IOException e) {
            abandon(disk, file, opened, e);
            throw broken(e);
        }
    }

    private static void abandon(Disk disk, Path file, List<Disk.Journal> opened, IOException cause) {
        try {
            for (Disk.Journal journal : opened) {
                journal.close();
            }
            disk.delete(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Deletes the oldest files.
    void drop(List<Integer> oldest) throws IOException {
        for (int segment : oldest) {
            disk.delete(directory.resolve(name(segment)));
            segments.remove(segment);
        }
        disk.forceDirectory(directory);
    }

    private void closeTail() {
        try {
            tail.close();
        } catch (IOException e) {
            LOG.warn("Journal file {} could not be closed", newest(), e);
        }
    }

    /// Forces what was not yet forced.
    @Override
    public void close() throws OutboxException {
        try {
            if (!broken) {
                force(tail);
            }
        } finally {
            closeTail();
        }
    }
}
