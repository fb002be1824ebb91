package org.seatside.cli.scan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.image.ImageFiles;
import org.seatside.qr.image.UnreadableImageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens, shrinks and decodes one image after the other.
final class ImageScan {
    private static final Logger LOG = LoggerFactory.getLogger(ImageScan.class);
    private static final double NANOS_PER_MILLI = 1e6;

    private final QrReader reader;
    private final Effort effort;
    private final int maxSide;

    ImageScan(QrReader reader, Effort effort, int maxSide) {
        this.reader = reader;
        this.effort = effort;
        this.maxSide = maxSide;
    }

    Scanned scan(Path file) {
        Label label = label(file);
        Luminance picture;
        try {
            picture = ImageFiles.read(file).shrunkTo(maxSide);
        } catch (UnreadableImageException e) {
            return new Scanned(file, List.of(), 0, "", e.getMessage(), label);
        } catch (IOException e) {
            LOG.debug("cannot read {}", file, e);
            return new Scanned(file, List.of(), 0, "", "cannot be read; check its permissions", label);
        }
        long start = System.nanoTime();
        List<Reading> readings = reader.read(picture, effort);
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        String stage = readings.isEmpty() ? "" : readings.getFirst().stage();
        return new Scanned(file, readings.stream().map(Reading::text).toList(), millis, stage, null, label);
    }

    private static Label label(Path file) {
        try {
            return Label.beside(file);
        } catch (CharacterCodingException e) {
            LOG.warn("the text beside {} is not UTF-8 and is not compared with", file);
        } catch (IOException e) {
            LOG.warn("the text beside {} cannot be read and is not compared with", file, e);
        }
        return Label.none();
    }
}
