package org.seatside.exchange.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip file whose directory was looked through before anything in it is unpacked: at most 100 files, 50 MB in
/// all, no name that leads out of it, nothing packed more than a hundredfold, no archive in the archive. What a
/// file says of its size is not believed either: reading ends where it grows beyond.
final class Archive implements AutoCloseable {
    static final int FILES = 100;
    static final long BYTES = 50L << 20;
    private static final int RATIO = 100;
    /// Less than this may be packed as tightly as it likes.
    private static final long SMALL = 1 << 20;

    private final ZipFile zip;
    private long left = BYTES;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw Bad.file("archive-damaged", "This is no zip file, or a damaged one.");
        }
        try {
            check(zip);
            return new Archive(zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void check(ZipFile zip) {
        if (zip.size() > FILES) {
            throw Bad.file("archive-too-many-files", "An archive holds at most 100 files.");
        }
        Set<String> names = new HashSet<>();
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            checkName(entry.getName());
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw Bad.file("archive-name-twice", "Two files in the archive have one name.");
            }
            long size = entry.getSize();
            if (size < 0 || size > BYTES) {
                throw Bad.tooLarge();
            }
            if (size > SMALL && size / Math.max(1, entry.getCompressedSize()) > RATIO) {
                throw Bad.file("archive-bomb", "A file in the archive is packed more tightly than tables are.");
            }
            total += size;
        }
        if (total > BYTES) {
            throw Bad.tooLarge();
        }
    }

    private static void checkName(String name) {
        boolean out = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/", -1)).contains("..");
        if (out) {
            throw Bad.file("archive-name-leads-out", "A file in the archive has a name that leads out of it.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip") || lower.endsWith(".jar") || lower.endsWith(".gz") || lower.endsWith(".7z")) {
            throw Bad.file("archive-in-archive", "There is an archive in the archive: unpack it first.");
        }
    }

    /// The file of that name, read up to what is left of the limit for all; empty where there is none.
    Optional<InputStream> open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(new Bounded(zip.getInputStream(entry)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Bounded extends FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            return octet < 0 ? octet : counted(1) + octet - 1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return read < 0 ? read : counted(read);
        }

        private int counted(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Bad.tooLarge();
            }
            return bytes;
        }
    }
}
