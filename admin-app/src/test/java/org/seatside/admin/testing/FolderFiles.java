package org.seatside.admin.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FileDialogs;

/// Answers every question for a file without asking anybody: all is saved in one folder, under the name
/// suggested.
///
/// @param opened what is opened, whatever is asked for; null where the person changes their mind
public record FolderFiles(Path folder, @Nullable Path opened) implements FileDialogs {
    @Override
    public Optional<Path> saveFile(String suggestedName) {
        return Optional.of(folder.resolve(suggestedName));
    }

    @Override
    public Optional<Path> openFile(String kind, List<String> endings) {
        return Optional.ofNullable(opened);
    }

    @Override
    public void show(Path place) {
        assertTrue(place.startsWith(folder), place::toString);
    }
}
