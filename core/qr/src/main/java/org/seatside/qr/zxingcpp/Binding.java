package org.seatside.qr.zxingcpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The functions of `ZXing/ZXingC.h` that we call. Between 2.x and 3.x one of them changed: formats were a set
/// of bits and are an array.
final class Binding {
    /// Four points of two `int`, clockwise from the top left.
    static final MemoryLayout POSITION = MemoryLayout.sequenceLayout(8, JAVA_INT);

    static final int POSITION_VALUES = 8;

    /// One byte a pixel, `ZXing_ImageFormat_Lum`.
    static final int LUMINANCE = 0x0100_0000;

    private static final MemoryLayout POSITION_STRUCT = MemoryLayout.structLayout(POSITION.withName("points"));
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(\\..{0,40})?");
    private static final int PLAIN_TEXT = 0;
    private static final int OLDEST_MAJOR = 2;
    private static final int OLDEST_MINOR = 3;
    private static final int NEWEST_MAJOR = 3;
    private static final int LONGEST_VERSION = 64;

    private final String version;
    private final int qrCode;
    private final boolean formatsAsArray;
    private final MethodHandle newOptions;
    private final MethodHandle setFormats;
    private final MethodHandle setTextMode;
    final MethodHandle deleteOptions;
    final MethodHandle newImage;
    final MethodHandle deleteImage;
    final MethodHandle readBarcodes;
    final MethodHandle barcodesSize;
    final MethodHandle barcodesAt;
    final MethodHandle deleteBarcodes;
    final MethodHandle isValid;
    final MethodHandle bytes;
    final MethodHandle text;
    final MethodHandle position;
    final MethodHandle free;

    private Binding(Library library, String version, boolean formatsAsArray) throws UnusableLibraryException {
        this.version = version;
        this.formatsAsArray = formatsAsArray;
        newOptions = library.function("ZXing_ReaderOptions_new", FunctionDescriptor.of(ADDRESS));
        deleteOptions = library.function("ZXing_ReaderOptions_delete", FunctionDescriptor.ofVoid(ADDRESS));
        setFormats = library.function(
                "ZXing_ReaderOptions_setFormats",
                formatsAsArray
                        ? FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT)
                        : FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        setTextMode = library.function("ZXing_ReaderOptions_setTextMode", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        newImage = library.function(
                "ZXing_ImageView_new",
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        deleteImage = library.function("ZXing_ImageView_delete", FunctionDescriptor.ofVoid(ADDRESS));
        readBarcodes = library.function("ZXing_ReadBarcodes", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        barcodesSize = library.function("ZXing_Barcodes_size", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        barcodesAt = library.function("ZXing_Barcodes_at", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        deleteBarcodes = library.function("ZXing_Barcodes_delete", FunctionDescriptor.ofVoid(ADDRESS));
        isValid = library.function("ZXing_Barcode_isValid", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
        bytes = library.function("ZXing_Barcode_bytes", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        text = library.function("ZXing_Barcode_text", FunctionDescriptor.of(ADDRESS, ADDRESS));
        position = library.function("ZXing_Barcode_position", FunctionDescriptor.of(POSITION_STRUCT, ADDRESS));
        free = library.function("ZXing_free", FunctionDescriptor.ofVoid(ADDRESS));
        qrCode = format(library, "QRCode");
    }

    /// @throws UnusableLibraryException if the library is another one, or of a version we do not know
    static Binding of(Library library) throws UnusableLibraryException {
        MethodHandle versionOf = library.function("ZXing_Version", FunctionDescriptor.of(ADDRESS));
        String version = latin(call(() -> (MemorySegment) versionOf.invokeExact()));
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw new UnusableLibraryException("has no version we can read");
        }
        int major = Integer.parseInt(parts.group(1));
        int minor = Integer.parseInt(parts.group(2));
        boolean old = major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR);
        if (old || major > NEWEST_MAJOR) {
            throw new UnusableLibraryException("is version " + version + ", usable are 2.3 to 3.x");
        }
        return new Binding(library, version, major > OLDEST_MAJOR);
    }

    private static int format(Library library, String name) throws UnusableLibraryException {
        MethodHandle fromString =
                library.function("ZXing_BarcodeFormatFromString", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        int format;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(name);
            format = call(() -> (int) fromString.invokeExact(text));
        }
        if (format <= 0) {
            throw new UnusableLibraryException("knows no " + name);
        }
        return format;
    }

    String version() {
        return version;
    }

    /// Options for QR codes and texts as they are; the caller frees them.
    MemorySegment options() {
        MemorySegment options = call(() -> (MemorySegment) newOptions.invokeExact());
        if (formatsAsArray) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment formats = arena.allocateFrom(JAVA_INT, qrCode);
                run(() -> {
                    setFormats.invokeExact(options, formats, 1);
                });
            }
        } else {
            run(() -> {
                setFormats.invokeExact(options, qrCode);
            });
        }
        run(() -> {
            setTextMode.invokeExact(options, PLAIN_TEXT);
        });
        return options;
    }

    private static String latin(MemorySegment text) {
        if (text.equals(MemorySegment.NULL)) {
            return "";
        }
        return Library.memory(text, LONGEST_VERSION).getString(0, StandardCharsets.ISO_8859_1);
    }

    /// A call of a native function, which throws nothing of its own.
    interface NativeCall<T> {
        T call() throws Throwable;
    }

    /// The same without a result.
    interface NativeRun {
        void run() throws Throwable;
    }

    static <T> T call(NativeCall<T> function) {
        try {
            return function.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native call threw", e);
        }
    }

    static void run(NativeRun function) {
        Binding.<Boolean>call(() -> {
            function.run();
            return true;
        });
    }
}
