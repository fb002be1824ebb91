package org.seatside.bench;

import java.util.List;
import org.seatside.qr.Luminance;

/// One of the readers that a run compares. Keeps buffers: one instance serves one thread.
public interface Decoder {
    /// Short and stable: a column's heading.
    String name();

    Answer read(Luminance picture);

    /// How long it may take for a picture, milliseconds; infinite where nothing limits it.
    default double deadlineMillis() {
        return Double.POSITIVE_INFINITY;
    }

    /// Reads a frame of a video.
    ///
    /// @param nanos when it was taken; rises from frame to frame
    default Answer read(Luminance picture, long nanos) {
        return read(picture);
    }

    /// What a decoder made of a picture.
    ///
    /// @param texts empty where nothing was read
    /// @param stage which of its stages read it, empty where none did
    record Answer(List<String> texts, String stage) {
        public static final Answer NOTHING = new Answer(List.of(), "");

        public Answer {
            texts = List.copyOf(texts);
        }

        public static Answer of(List<String> texts, String stage) {
            return texts.isEmpty() ? NOTHING : new Answer(texts, stage);
        }
    }
}
