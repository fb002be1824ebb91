package org.seatside.model.api;

import java.util.List;

/// What a kiosk's test scan found. Never the text: it may be a student's pass.
///
/// @param camera constant name of its state
/// @param codes how many characters each code has that was read
/// @param millis until a code was read; of the whole test where none was
public record TestScan(String camera, int width, int height, double framesPerSecond, List<Integer> codes, long millis) {
    public TestScan {
        codes = List.copyOf(codes);
    }
}
