package org.seatside.bench;

import boofcv.abst.fiducial.QrCodePreciseDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.util.List;
import org.seatside.qr.Luminance;

/// BoofCV alone, and where it saw the codes: its corners are as good as a measurement.
public final class BoofDecoder implements Decoder {
    static {
        // Everything here is measured by one thread's CPU time.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    private final QrCodePreciseDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
    private final GrayU8 view = new GrayU8();
    private final Decoder guarded = new Guarded(new Decoder() {
        @Override
        public String name() {
            return "boofcv";
        }

        @Override
        public Answer read(Luminance picture) {
            detector.process(viewOf(picture));
            return Answer.of(
                    detector.getDetections().stream().map(code -> code.message).toList(), name());
        }
    });

    @Override
    public String name() {
        return guarded.name();
    }

    @Override
    public Answer read(Luminance picture) {
        return guarded.read(picture);
    }

    /// The corners of what the last call read, eight numbers a code.
    public List<double[]> corners() {
        return detector.getDetections().stream().map(BoofDecoder::corners).toList();
    }

    private static double[] corners(QrCode code) {
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            corners[2 * i] = code.bounds.get(i).x;
            corners[2 * i + 1] = code.bounds.get(i).y;
        }
        return corners;
    }

    private GrayU8 viewOf(Luminance picture) {
        view.data = picture.pixels();
        view.width = picture.width();
        view.height = picture.height();
        view.stride = picture.stride();
        return view;
    }
}
