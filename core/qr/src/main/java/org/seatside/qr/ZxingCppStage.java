package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.zxingcpp.ZxingCpp;
import org.seatside.qr.zxingcpp.ZxingCppReader;

/// The native reader, where the machine has it.
final class ZxingCppStage implements Stage {
    private final ZxingCppReader reader;

    ZxingCppStage(ZxingCpp library) {
        reader = library.reader();
    }

    @Override
    public String name() {
        return "zxing-cpp";
    }

    @Override
    public List<Reading> read(Luminance picture) {
        return reader.read(picture.pixels(), picture.width(), picture.height()).stream()
                .map(code -> new Reading(code.text(), corners(code.corners()), name()))
                .toList();
    }

    private static List<Corner> corners(List<Integer> places) {
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i + 1 < places.size(); i += 2) {
            corners.add(new Corner(places.get(i), places.get(i + 1)));
        }
        return corners;
    }
}
