package org.seatside.qr;

import boofcv.abst.fiducial.QrCodePreciseDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.Reading.Corner;

/// BoofCV's detector: finds finder patterns as quadrangles, so it copes with tilt and close codes better than
/// ZXing.
final class BoofStage implements Stage {
    static {
        // A frame is read by one thread; BoofCV's own pool would take the cores the camera and the screen need.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    /// Made when it is first asked for: live reading never does, and the library takes a while and memory to
    /// load.
    private @Nullable QrCodePreciseDetector<GrayU8> made;

    private final GrayU8 view = new GrayU8();

    @Override
    public String name() {
        return "boofcv";
    }

    @Override
    public double nanosPerPixel() {
        return 20;
    }

    @Override
    public List<Reading> read(Luminance picture) {
        view.data = picture.pixels();
        view.width = picture.width();
        view.height = picture.height();
        view.stride = picture.stride();
        QrCodePreciseDetector<GrayU8> detector = detector();
        detector.process(view);
        List<Reading> readings = new ArrayList<>();
        for (QrCode code : detector.getDetections()) {
            readings.add(new Reading(code.message, corners(code.bounds), name()));
        }
        return readings;
    }

    private QrCodePreciseDetector<GrayU8> detector() {
        QrCodePreciseDetector<GrayU8> ready = made == null ? FactoryFiducial.qrcode(null, GrayU8.class) : made;
        made = ready;
        return ready;
    }

    private static List<Corner> corners(Polygon2D_F64 bounds) {
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            corners.add(new Corner(bounds.get(i).x, bounds.get(i).y));
        }
        return corners;
    }
}
