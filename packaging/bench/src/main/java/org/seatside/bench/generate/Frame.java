package org.seatside.bench.generate;

import java.util.List;
import org.seatside.qr.Luminance;
import org.seatside.qr.Reading.Corner;

/// A drawn picture and what is in it.
///
/// @param name unlike any other's of the same seed, fit for a file name
/// @param codes every code that is in it, whether anybody can read it or not
/// @param damage the worst block's wrong codewords over those it can correct; 0 without holes
public record Frame(String name, Luminance picture, List<Code> codes, double damage) {
    public Frame {
        codes = List.copyOf(codes);
    }

    /// @param corners outer corners in pixels, clockwise on the paper from the code's own top left
    public record Code(String text, List<Corner> corners) {
        public Code {
            corners = List.copyOf(corners);
        }
    }

    public List<String> texts() {
        return codes.stream().map(Code::text).toList();
    }
}
