package org.seatside.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/// The class path of a test for processes that it starts again and again. A JVM keeps what it loaded for its next
/// start only where all of it came from jars, and says nothing where it does not: folders of classes become jars here.
public final class JarredClassPath {
    private JarredClassPath() {}

    /// @param folder where the jars are made, those that are not there yet
    public static String in(Path folder) throws IOException {
        String[] entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1);
        for (int i = 0; i < entries.length; i++) {
            Path entry = Path.of(entries[i]);
            if (Files.isDirectory(entry)) {
                Path jar = folder.resolve("classes-" + i + ".jar");
                if (Files.notExists(jar)) {
                    pack(entry, jar);
                }
                entries[i] = jar.toString();
            }
        }
        return String.join(File.pathSeparator, Arrays.asList(entries));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            packed.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
            }
        }
    }
}
