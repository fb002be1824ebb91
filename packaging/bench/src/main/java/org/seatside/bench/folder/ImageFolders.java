package org.seatside.bench.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.image.ImageFiles;

/// Folders with images in them, found below other folders.
public final class ImageFolders {
    private ImageFolders() {}

    /// @param labelled whether at least one of the images has a text file: then one without is not known, else
    ///     each is known to show no code
    public record Folder(Path path, List<Path> images, boolean labelled) {
        public Folder {
            images = List.copyOf(images);
        }
    }

    /// Every folder at or below these that has images itself, by name.
    ///
    /// @throws MissingImagesException if there is no such folder, or no image in one of them
    /// @throws IOException if a folder or a text file cannot be read
    public static List<Folder> below(List<Path> roots) throws IOException {
        Map<Path, List<Path>> images = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                throw new MissingImagesException("there is no folder '" + root + "': check the name");
            }
            List<Path> found = imagesBelow(root);
            if (found.isEmpty()) {
                throw new MissingImagesException(
                        "no PNG, JPEG, GIF or BMP image in '" + root + "': give a folder that has some");
            }
            for (Path image : found) {
                Path folder = image.resolveSibling("").normalize();
                List<Path> there = images.computeIfAbsent(folder, key -> new ArrayList<>());
                if (!there.contains(image)) {
                    there.add(image);
                }
            }
        }
        List<Folder> folders = new ArrayList<>();
        for (Map.Entry<Path, List<Path>> entry : images.entrySet()) {
            boolean labelled = false;
            for (Path image : entry.getValue()) {
                labelled |= Label.beside(image).text().isPresent();
            }
            folders.add(new Folder(entry.getKey(), entry.getValue(), labelled));
        }
        return folders;
    }

    /// Every image of the folders, shrunk.
    ///
    /// @throws IOException as for [#below] and if an image cannot be read
    public static List<Luminance> pictures(List<Path> roots, int longestSide) throws IOException {
        List<Luminance> pictures = new ArrayList<>();
        for (Folder folder : below(roots)) {
            for (Path image : folder.images()) {
                pictures.add(ImageFiles.read(image).shrunkTo(longestSide));
            }
        }
        return pictures;
    }

    private static List<Path> imagesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(ImageFiles::isImageName)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new MissingImagesException("cannot list '" + folder + "': check that it may be read");
        }
    }
}
