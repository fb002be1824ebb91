package org.seatside.admin.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The dialogs of the system that choose files, and the way to its file browser.
public interface FileDialogs {
    /// Where to put a file; empty where the person changed their mind.
    ///
    /// @param suggestedName with its ending
    Optional<Path> saveFile(String suggestedName);

    /// Which file to read; empty where the person changed their mind.
    ///
    /// @param kind what such files are called
    /// @param endings without the dot
    Optional<Path> openFile(String kind, List<String> endings);

    /// Shows a folder or a file to the person, in the program the system has for it.
    void show(Path place);
}
