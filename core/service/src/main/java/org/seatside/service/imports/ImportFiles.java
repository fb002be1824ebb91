package org.seatside.service.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads the files that imports come as. Thread-safe.
public interface ImportFiles {
    /// @param name as the file was called; its ending says what it is
    /// @return all it says, lines that cannot be read among it
    /// @throws org.seatside.service.RefusedException where it is no such file, or one that is meant to do harm:
    ///     too many files in an archive, too much in them, names that lead out of it
    List<ImportRow> read(Path file, String name) throws IOException;
}
