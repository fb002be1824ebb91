package org.seatside.bench;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import org.seatside.bench.Decoder.Answer;
import org.seatside.qr.Effort;
import org.seatside.qr.LiveReader;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.ReaderSettings;
import org.seatside.qr.Reading;

/// The decoders there are to compare. The others' are used as their documentation shows, on the same grey
/// array, so that what differs is the decoder.
public final class Decoders {
    private static final long FRAME_NANOS = 66_666_667;

    private Decoders() {}

    /// Ours, by what runs in the JVM alone, so that figures do not hang on what a machine has installed.
    public static Decoder seatside(String name, Effort effort) {
        QrReader reader = new QrReader(ReaderSettings.JVM_ONLY);
        return new Decoder() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer read(Luminance picture) {
                return answer(reader.read(picture, effort));
            }

            @Override
            public double deadlineMillis() {
                return effort.deadlineMillis();
            }
        };
    }

    private static Answer answer(List<Reading> readings) {
        return readings.isEmpty()
                ? Answer.NOTHING
                : Answer.of(
                        readings.stream().map(Reading::text).toList(),
                        readings.getFirst().stage());
    }

    /// Ours as it reads video, on one thread: of the dear passes one in turn with each frame. Without a time,
    /// frames stand as far apart as a camera's.
    public static Decoder live(String name) {
        LiveReader reader = LiveReader.alone(ReaderSettings.JVM_ONLY);
        return new Decoder() {
            private long last;

            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer read(Luminance picture) {
                return read(picture, last + FRAME_NANOS);
            }

            @Override
            public Answer read(Luminance picture, long nanos) {
                last = nanos;
                return answer(reader.read(picture, nanos));
            }
        };
    }

    /// ZXing's QR reader on its adaptive binarizer, without hints.
    public static Decoder zxing() {
        return zxing("zxing", Map.of());
    }

    /// The same with the hint that lets it look at every row.
    public static Decoder zxingTryHarder() {
        return zxing("zxing-harder", Map.of(DecodeHintType.TRY_HARDER, true));
    }

    /// BoofCV's detector with its standard settings, on this thread alone.
    public static Decoder boofcv() {
        return new BoofDecoder();
    }

    /// Each of the others.
    public static List<Decoder> others() {
        return List.of(zxing(), zxingTryHarder(), boofcv());
    }

    private static Decoder zxing(String name, Map<DecodeHintType, ?> hints) {
        QRCodeReader reader = new QRCodeReader();
        return new Guarded(decoder(name, picture -> {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source(picture)));
            try {
                return Answer.of(List.of(reader.decode(bitmap, hints).getText()), name);
            } catch (ReaderException nothingRead) {
                return Answer.NOTHING;
            }
        }));
    }

    private static PlanarYUVLuminanceSource source(Luminance picture) {
        return new PlanarYUVLuminanceSource(
                picture.pixels(), picture.stride(), picture.height(), 0, 0, picture.width(), picture.height(), false);
    }

    private interface Reads {
        Answer read(Luminance picture);
    }

    private static Decoder decoder(String name, Reads reads) {
        return new Decoder() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer read(Luminance picture) {
                return reads.read(picture);
            }
        };
    }
}
