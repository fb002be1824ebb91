package org.seatside.client.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// All of the file system that the journal uses: the seam at which tests let it fail.
interface Disk {
    /// A file that only grows at its end, but for [#truncate].
    interface Journal extends Closeable {
        /// Writes all of it at the end.
        void write(ByteBuffer bytes) throws IOException;

        /// Returns when everything written is on the device.
        void force() throws IOException;

        void truncate(long length) throws IOException;
    }

    /// Names of the files in the folder.
    List<String> list(Path directory) throws IOException;

    byte[] read(Path file) throws IOException;

    /// A new, empty file; replaces one of that name.
    Journal create(Path file) throws IOException;

    /// An existing file, to go on at its end.
    Journal open(Path file) throws IOException;

    /// Puts one file in the place of another, all or nothing.
    void replace(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /// Returns when names made, moved and deleted in the folder are on the device.
    void forceDirectory(Path directory) throws IOException;

    /// Part of the device that is free, 0 to 1.
    double free(Path directory) throws IOException;
}
