package org.seatside.client.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The real file system, but forcing costs nothing, calls fail when told to, and the power can go: then each file keeps
/// what was forced and a random part of the rest, and names that were not forced may be gone.
final class TestDisk implements Disk {
    enum Op {
        READ,
        CREATE,
        WRITE,
        FORCE,
        TRUNCATE,
        REPLACE,
        DELETE,
        FORCE_DIRECTORY
    }

    private final Disk real = new RealDisk();
    private final Map<Path, Long> forced = new HashMap<>();
    private final Set<Path> unforcedNames = new HashSet<>();
    private int calls;
    private int failAt = -1;
    private boolean failOn;
    private boolean forgetful;
    private double free = 1;
    private Op failed = Op.READ;
    private boolean fired;
    private String message = "Input/output error";

    /// The n-th call from now fails, counted from 1.
    synchronized TestDisk failingAt(int n) {
        failAt = calls + n;
        fired = false;
        return this;
    }

    /// From the n-th call on everything fails.
    synchronized TestDisk offAt(int n) {
        failOn = true;
        return failingAt(n);
    }

    /// Every write fails after half of it, as on a full disk.
    synchronized void full(boolean full) {
        free = full ? 0 : 1;
    }

    synchronized void free(double part) {
        free = part;
    }

    /// The seeded bug: force returns at once, and nothing is forced.
    synchronized TestDisk lying() {
        forgetful = true;
        return this;
    }

    /// Nothing of what is in the files now is on the device.
    synchronized TestDisk unforced(Path directory) throws IOException {
        for (String name : real.list(directory)) {
            forced.put(directory.resolve(name), 0L);
        }
        return this;
    }

    synchronized boolean fired() {
        return fired;
    }

    synchronized Op failed() {
        return failed;
    }

    synchronized int calls() {
        return calls;
    }

    private synchronized void call(Op op) throws IOException {
        calls++;
        boolean fails = failAt > 0 && (failOn ? calls >= failAt : calls == failAt);
        if (fails) {
            failed = fired ? failed : op;
            fired = true;
            throw new IOException(message);
        }
    }

    /// What the device has after the power went.
    synchronized void losePower(Path directory, RandomGenerator random) throws IOException {
        for (String name : real.list(directory)) {
            Path file = directory.resolve(name);
            if (unforcedNames.contains(file) && random.nextBoolean()) {
                Files.delete(file);
                continue;
            }
            if (forced.containsKey(file)) {
                long kept = Math.min(Files.size(file), forced.get(file));
                long lost = Files.size(file) - kept;
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(kept + (lost == 0 ? 0 : random.nextLong(lost + 1)));
                }
            }
        }
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return real.list(directory);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        call(Op.READ);
        return real.read(file);
    }

    @Override
    public synchronized Journal create(Path file) throws IOException {
        call(Op.CREATE);
        Journal journal = real.create(file);
        forced.put(file, 0L);
        unforcedNames.add(file);
        return new Watched(file, journal);
    }

    @Override
    public synchronized Journal open(Path file) throws IOException {
        call(Op.CREATE);
        forced.putIfAbsent(file, Files.size(file));
        return new Watched(file, real.open(file));
    }

    @Override
    public synchronized void replace(Path from, Path to) throws IOException {
        call(Op.REPLACE);
        real.replace(from, to);
        forced.put(to, forced.getOrDefault(from, 0L));
    }

    @Override
    public void delete(Path file) throws IOException {
        call(Op.DELETE);
        real.delete(file);
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        call(Op.FORCE_DIRECTORY);
        unforcedNames.clear();
    }

    @Override
    public synchronized double free(Path directory) {
        return free;
    }

    private final class Watched implements Journal {
        private final Path file;
        private final Journal journal;

        Watched(Path file, Journal journal) {
            this.file = file;
            this.journal = journal;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            try {
                call(Op.WRITE);
            } catch (IOException e) {
                journal.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
                throw e;
            }
            if (free(file) == 0) {
                journal.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
                throw new IOException("No space left on device");
            }
            journal.write(bytes);
        }

        @Override
        public void force() throws IOException {
            call(Op.FORCE);
            synchronized (TestDisk.this) {
                if (!forgetful) {
                    forced.put(file, Files.size(file));
                }
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            call(Op.TRUNCATE);
            journal.truncate(length);
            synchronized (TestDisk.this) {
                forced.merge(file, length, Math::min);
            }
        }

        @Override
        public void close() throws IOException {
            journal.close();
        }
    }
}
