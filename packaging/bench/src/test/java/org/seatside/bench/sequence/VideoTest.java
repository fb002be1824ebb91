package org.seatside.bench.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatside.bench.Decoders;
import org.seatside.qr.Effort;
import org.seatside.testkit.Seeds;

class VideoTest {
    @Test
    void theCodeComesIsClearStaysAndGoes() {
        long seed = Seeds.next();
        for (int number = 0; number < 200; number++) {
            Video video = Video.draw(seed, number);

            assertTrue(video.shownSince() > 0, "starts without a code");
            assertTrue(video.clearSince() >= video.shownSince(), "is clear only when shown");
            assertTrue(video.goneSince() > video.clearSince() + Footage.FRAMES_PER_SECOND, "is held for a second");
            assertTrue(video.frames() > video.goneSince(), "ends without the code");
        }
    }

    @Test
    void aClearFrameCanBeReadAndOneWithoutTheCodeCannot() {
        Video video = Video.draw(1, 0);
        var reader = Decoders.seatside("seatside", Effort.untimed(Effort.MAX_LEVEL));

        assertEquals(List.of(), reader.read(video.frame(0)).texts());
        assertEquals(
                List.of(video.text()),
                reader.read(video.frame(video.clearSince() + 5)).texts());
    }

    @Test
    void theSameSeedDrawsTheSameFrames() {
        assertArrayEquals(
                Video.draw(3, 2).frame(12).pixels(), Video.draw(3, 2).frame(12).pixels());
    }
}
