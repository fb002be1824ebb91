package org.seatside.admin.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.seatside.admin.ui.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Preferences in a file of the person's own. Written off the JavaFX thread, as a whole or not at all; a file that
/// cannot be read or written costs the preferences and nothing else.
final class FilePreferences implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreferences.class);

    private final Path file;
    private final Properties values = new Properties();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("preferences").daemon().factory());

    private FilePreferences(Path file) {
        this.file = file.toAbsolutePath();
    }

    static FilePreferences at(Path file) {
        FilePreferences preferences = new FilePreferences(file);
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            preferences.values.load(in);
        } catch (NoSuchFileException _) {
            LOG.debug("No preferences yet");
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The preferences cannot be read and begin anew: {}", e.getMessage());
        }
        return preferences;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    @Override
    public void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value))) {
            Properties now = (Properties) values.clone();
            writer.execute(() -> write(now));
        }
    }

    private void write(Properties now) {
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".preferences", null);
            try {
                try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    now.store(out, null);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.warn("The preferences cannot be kept: {}", e.getMessage());
        }
    }
}
