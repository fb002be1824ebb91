package org.seatside.admin.launch;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FileDialogs;

/// The system's own dialogs over a window. Each opens where the last one ended.
final class StageFileDialogs implements FileDialogs {
    private final Window window;
    private final Consumer<URI> browser;
    private @Nullable Path last;

    StageFileDialogs(Window window, Consumer<URI> browser) {
        this.window = window;
        this.browser = browser;
    }

    @Override
    public Optional<Path> saveFile(String suggestedName) {
        String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        FileChooser chooser = chooser(ending.toUpperCase(Locale.ROOT), List.of("*." + ending));
        chooser.setInitialFileName(suggestedName.replaceAll("[\\\\/:*?\"<>|]", "_"));
        return chosen(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> openFile(String kind, List<String> endings) {
        return chosen(
                chooser(kind, endings.stream().map(ending -> "*." + ending).toList())
                        .showOpenDialog(window));
    }

    @Override
    public void show(Path place) {
        browser.accept(place.toUri());
    }

    private FileChooser chooser(String kind, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, endings));
        Path folder = last;
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        last = file.toPath().toAbsolutePath().getParent();
        return Optional.of(file.toPath());
    }
}
