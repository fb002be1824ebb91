package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.attendance.CheckIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a journal as a crash, a power cut or a bad disk left it. Everything readable is kept, everything unreadable
/// is copied aside and reported, and where anything was unreadable or missing a new epoch begins: a sequence number
/// that may have been sent is never given twice.
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /// A journal ready to be appended to.
    ///
    /// @param epochs draws a new one
    record Opened(SegmentLog log, Ledger ledger, long epoch, long nextSeq, List<Damage> damages, LongSupplier epochs) {}

    private static final int EPOCH_BITS = 53;

    private final Disk disk;
    private final Path directory;
    private final Json json;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int rollAt;

    private final NavigableMap<Integer, Records.Content> contents = new TreeMap<>();
    private final Ledger ledger = new Ledger();
    private final List<Damage> missing = new ArrayList<>();
    private long epoch;
    private long nextSeq;

    Recovery(Disk disk, Path directory, Json json, InstantSource clock, RandomGenerator random, int rollAt) {
        this.disk = disk;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
        this.random = random;
        this.rollAt = rollAt;
    }

    Opened open() throws IOException {
        for (String name : disk.list(directory)) {
            if (SegmentLog.isSegment(name)) {
                int segment = SegmentLog.number(name);
                Records.Content content = Records.decode(disk.read(directory.resolve(name)));
                replay(segment, content);
                contents.put(segment, content.gaps().isEmpty() ? content.withoutPayloads() : content);
            }
        }
        List<Damage> damages = damages();
        TreeSet<Integer> segments = new TreeSet<>(contents.keySet());
        if (damages.isEmpty() && !segments.isEmpty()) {
            SegmentLog log = SegmentLog.resume(disk, directory, json, clock, rollAt, segments);
            return new Opened(log, ledger, epoch, nextSeq, damages, this::newEpoch);
        }
        epoch = newEpoch();
        nextSeq = 1;
        // The new file first: a crash in between finds the damage again instead of going on in the old epoch.
        Head head = new Head(
                Head.VERSION,
                segments.isEmpty() ? 1 : segments.last() + 1,
                epoch,
                1,
                !damages.isEmpty(),
                clock.instant());
        SegmentLog log = SegmentLog.begin(disk, directory, json, clock, rollAt, segments, head);
        try {
            for (Damage damage : damages) {
                repair(log, damage);
            }
        } catch (IOException e) {
            log.close();
            throw e;
        }
        return new Opened(log, ledger, epoch, nextSeq, damages, this::newEpoch);
    }

    private long newEpoch() {
        return (random.nextLong() >>> (Long.SIZE - EPOCH_BITS)) | 1;
    }

    private void replay(int segment, Records.Content content) {
        List<Records.Raw> unreadable = new ArrayList<>();
        for (Records.Raw record : content.records()) {
            try {
                replay(segment, record);
            } catch (MalformedJsonException e) {
                LOG.warn(
                        "A record of journal file {} at {} has no meaning: {}",
                        segment,
                        record.offset(),
                        e.getMessage());
                unreadable.add(record);
            }
        }
        content.records().removeAll(unreadable);
        unreadable.forEach(record -> content.gaps().add(new Records.Gap(record.offset(), record.length())));
    }

    private void replay(int segment, Records.Raw record) throws MalformedJsonException {
        switch (record.type()) {
            case HEAD -> {
                Head head = json.read(record.payload(), Head.class);
                if (head.repaired()) {
                    missing.clear();
                }
                expect(segment, record.offset(), head.epoch(), head.firstSeq(), head.firstSeq());
            }
            case CHECK_IN -> {
                CheckIn checkIn = json.read(record.payload(), CheckIn.class);
                expect(segment, record.offset(), checkIn.epoch(), checkIn.seq(), checkIn.seq() + 1);
                ledger.opened(checkIn, segment);
            }
            case ACCEPTED -> {
                Acceptance acceptance = json.read(record.payload(), Acceptance.class);
                ledger.accepted(acceptance.receipt().id(), acceptance.at());
            }
            case REFUSED -> {
                Rejection rejection = json.read(record.payload(), Rejection.class);
                ledger.refused(rejection.id(), rejection.code(), rejection.at());
            }
            case REOPENED ->
                ledger.opened(json.read(record.payload(), Reopening.class).checkIn(), segment);
        }
    }

    /// Nothing is expected of the very first record: files before it may have been dropped.
    private void expect(int segment, int offset, long itsEpoch, long itsSeq, long next) {
        boolean first = epoch == 0;
        boolean follows = itsEpoch == epoch ? itsSeq == nextSeq : itsSeq == 1;
        if (!first && !follows) {
            missing.add(new Damage(Damage.Kind.MISSING, segment, offset, 0, ""));
        }
        epoch = itsEpoch;
        nextSeq = next;
    }

    private List<Damage> damages() {
        List<Damage> damages = new ArrayList<>(missing);
        for (var entry : contents.entrySet()) {
            int segment = entry.getKey();
            Records.Content content = entry.getValue();
            boolean newest = segment == contents.lastKey();
            String keptAs =
                    SegmentLog.name(segment) + ".damaged-" + clock.instant().toEpochMilli();
            for (Records.Gap gap : content.gaps()) {
                boolean end = newest && content.records().stream().noneMatch(record -> record.offset() > gap.offset());
                Damage.Kind kind = end ? Damage.Kind.END : Damage.Kind.MIDDLE;
                damages.add(new Damage(kind, segment, gap.offset(), gap.length(), keptAs));
            }
            if (content.records().isEmpty() && content.gaps().isEmpty()) {
                damages.add(new Damage(newest ? Damage.Kind.END : Damage.Kind.MIDDLE, segment, 0, 0, ""));
            }
        }
        return damages;
    }

    private void repair(SegmentLog log, Damage damage) throws IOException {
        Records.Content content = contents.get(damage.segment());
        if (content == null || damage.kind() == Damage.Kind.MISSING) {
            return;
        }
        Path file = directory.resolve(SegmentLog.name(damage.segment()));
        if (!damage.keptAs().isEmpty()) {
            write(directory.resolve(damage.keptAs()), List.of(ByteBuffer.wrap(disk.read(file))));
        }
        contents.remove(damage.segment());
        if (content.records().isEmpty()) {
            log.drop(List.of(damage.segment()));
            return;
        }
        Path mended = directory.resolve(SegmentLog.name(damage.segment()) + ".mended");
        write(
                mended,
                content.records().stream()
                        .map(record -> Records.encode(record.type(), record.payload()))
                        .toList());
        disk.forceDirectory(directory);
        disk.replace(mended, file);
        disk.forceDirectory(directory);
    }

    private void write(Path file, List<ByteBuffer> parts) throws IOException {
        try (Disk.Journal copy = disk.create(file)) {
            for (ByteBuffer part : parts) {
                copy.write(part);
            }
            copy.force();
        }
    }
}
