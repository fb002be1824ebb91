package org.seatside.admin.ui;

import java.nio.file.Path;
import java.util.Optional;

/// The dialogs of the system that choose files, and the way to its file browser.
public interface FileDialogs {
    /// Where to put a PDF; empty where the person changed their mind.
    Optional<Path> savePdf(String suggestedName);

    /// Which photo to read; empty where the person changed their mind.
    Optional<Path> openPhoto();

    /// Shows a folder to the person.
    void showFolder(Path folder);
}
