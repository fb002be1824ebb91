package org.seatside.qr.zxingcpp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.ref.Cleaner;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads QR codes with zxing-cpp. Its memory is its own: pictures are copied into it, texts out of it. One
/// thread.
public final class ZxingCppReader {
    private static final Cleaner CLEANER = Cleaner.create();

    /// A symbol of version 40 holds 7,089 digits; three bytes of UTF-8 a character is more than any has.
    private static final int LONGEST_TEXT = 3 * 7_089;

    private final Binding binding;
    private final Arena arena;
    private final MemorySegment options;
    private final MemorySegment length;
    private MemorySegment pixels = MemorySegment.NULL;

    /// A code that was read.
    ///
    /// @param corners x and y of the four corners in pixels, clockwise from the code's own top left
    public record Code(String text, List<Integer> corners) {
        public Code {
            corners = List.copyOf(corners);
        }
    }

    ZxingCppReader(Binding binding, Arena arena) {
        this.binding = binding;
        this.arena = arena;
        MemorySegment made = binding.options();
        options = made;
        length = arena.allocate(JAVA_INT);
        CLEANER.register(
                this,
                () -> Binding.run(() -> {
                    binding.deleteOptions.invokeExact(made);
                }));
    }

    /// Every code in the picture whose text is certain: one that holds a NUL character is left out, because the
    /// C interface cuts texts there.
    ///
    /// @param picture rows without gaps, 0 for black; at least `width * height`
    public List<Code> read(byte[] picture, int width, int height) {
        int size = width * height;
        if (pixels.byteSize() < size) {
            pixels = arena.allocate(size);
        }
        MemorySegment.copy(picture, 0, pixels, JAVA_BYTE, 0, size);
        MemorySegment image = Binding.call(
                () -> (MemorySegment) binding.newImage.invokeExact(pixels, width, height, Binding.LUMINANCE, width, 1));
        if (isNull(image)) {
            return List.of();
        }
        try {
            MemorySegment barcodes =
                    Binding.call(() -> (MemorySegment) binding.readBarcodes.invokeExact(image, options));
            return isNull(barcodes) ? List.of() : codes(barcodes);
        } finally {
            Binding.run(() -> {
                binding.deleteImage.invokeExact(image);
            });
        }
    }

    private List<Code> codes(MemorySegment barcodes) {
        try {
            List<Code> codes = new ArrayList<>();
            int size = Binding.call(() -> (int) binding.barcodesSize.invokeExact(barcodes));
            for (int i = 0; i < size; i++) {
                int index = i;
                MemorySegment barcode =
                        Binding.call(() -> (MemorySegment) binding.barcodesAt.invokeExact(barcodes, index));
                if (isNull(barcode) || !Binding.call(() -> (boolean) binding.isValid.invokeExact(barcode))) {
                    continue;
                }
                text(barcode).ifPresent(text -> codes.add(new Code(text, corners(barcode))));
            }
            return codes;
        } finally {
            Binding.run(() -> {
                binding.deleteBarcodes.invokeExact(barcodes);
            });
        }
    }

    private Optional<String> text(MemorySegment barcode) {
        MemorySegment text = Binding.call(() -> (MemorySegment) binding.text.invokeExact(barcode));
        if (isNull(text) || holdsNul(barcode)) {
            free(text);
            return Optional.empty();
        }
        try {
            return Optional.of(strictly(Library.memory(text, LONGEST_TEXT + 1L)));
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        } finally {
            free(text);
        }
    }

    private boolean holdsNul(MemorySegment barcode) {
        MemorySegment bytes = Binding.call(() -> (MemorySegment) binding.bytes.invokeExact(barcode, length));
        if (isNull(bytes)) {
            return false;
        }
        try {
            MemorySegment all = Library.memory(bytes, Math.clamp(length.get(JAVA_INT, 0), 0, LONGEST_TEXT));
            for (long i = 0; i < all.byteSize(); i++) {
                if (all.get(JAVA_BYTE, i) == 0) {
                    return true;
                }
            }
            return false;
        } finally {
            free(bytes);
        }
    }

    /// UTF-8 up to the closing NUL, without replacement characters for what is none.
    private static String strictly(MemorySegment text) throws CharacterCodingException {
        long end = 0;
        while (end < LONGEST_TEXT && text.get(JAVA_BYTE, end) != 0) {
            end++;
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(text.asSlice(0, end).asByteBuffer())
                .toString();
    }

    private List<Integer> corners(MemorySegment barcode) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment place = Binding.call(
                    () -> (MemorySegment) binding.position.invokeExact((SegmentAllocator) confined, barcode));
            List<Integer> corners = new ArrayList<>();
            for (int i = 0; i < Binding.POSITION_VALUES; i++) {
                corners.add(place.getAtIndex(JAVA_INT, i));
            }
            return corners;
        }
    }

    private void free(MemorySegment memory) {
        if (!isNull(memory)) {
            Binding.run(() -> {
                binding.free.invokeExact(memory);
            });
        }
    }

    private static boolean isNull(MemorySegment memory) {
        return memory.equals(MemorySegment.NULL);
    }
}
