package org.seatside.qr;

/// What a frame showed of a code, for who wants to say how to hold it better.
public sealed interface Sight {
    Sight NOTHING = new Nothing();
    Sight READ = new Read();

    /// Nothing that looks like a QR code.
    record Nothing() implements Sight {}

    /// A code was read.
    record Read() implements Sight {}

    /// Something that looks like a QR code was seen and not read. It may be none: three squares on a poster
    /// look
    /// alike.
    ///
    /// @param x of its middle, in pixels of the frame
    /// @param y of its middle, in pixels of the frame
    /// @param module side of a module, in pixels of the frame
    /// @param edge over how many pixels of the frame dark turns to light, in the direction in which it
    ///     takes longest; about 1.5 where it is sharp
    /// @param whole whether all of it is in sight; false where it reaches beyond the frame
    record Unread(double x, double y, double module, double edge, boolean whole) implements Sight {
        /// Over how many modules dark turns to light.
        public double blur() {
            return edge / module;
        }
    }

    /// A small square of fine texture: a code too small for its parts to be told apart, or small print.
    ///
    /// @param x of its middle, in pixels of the frame
    /// @param y of its middle, in pixels of the frame
    /// @param side in pixels of the frame
    record Tiny(double x, double y, double side) implements Sight {}
}
