package org.seatside.qr;

/// Which further readers stand beside our own engine.
///
/// @param cardCodes Code 128, Code 39 and Data Matrix as student cards carry them, in at most a sixth of the
///     time a live frame may take and only where no QR code was read
/// @param nativeReader zxing-cpp, where the machine has it: see [org.seatside.qr.zxingcpp.ZxingCpp]
public record ReaderSettings(boolean cardCodes, boolean nativeReader) {
    /// QR codes by whatever there is.
    public static final ReaderSettings STANDARD = new ReaderSettings(false, true);

    /// QR codes by what runs in the JVM alone.
    public static final ReaderSettings JVM_ONLY = new ReaderSettings(false, false);
}
