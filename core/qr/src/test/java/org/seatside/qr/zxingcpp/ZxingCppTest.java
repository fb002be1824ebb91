package org.seatside.qr.zxingcpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.qr.zxingcpp.ZxingCppReader.Code;

/// Against a library of the same interface that a C compiler makes here; where there is none, only what needs
/// no library is tested. With `-Dseatside.zxing=FILE` also against the real one.
class ZxingCppTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 40;

    /// The library stays loaded, and Windows does not delete a loaded file.
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    @ParameterizedTest
    @CsvSource({"2.3.0, false", "3.1.1, true"})
    void readsWithEitherGenerationOfTheInterface(String version, boolean formatsAsArray) throws Exception {
        Path library = compiled(version, formatsAsArray, List.of());
        ZxingCpp found = ZxingCpp.find(library.toString(), List.of()).orElseThrow();
        ZxingCppReader reader = found.reader();

        List<Code> codes = reader.read(picture("first", "학생증", "20231234"), WIDTH, HEIGHT);

        assertEquals(version, found.version());
        assertEquals(
                List.of(
                        new Code("first", List.of(1, 0, 2, 0, 3, 1, 4, 1)),
                        new Code("학생증", List.of(1, 1, 2, 1, 3, 2, 4, 2)),
                        new Code("20231234", List.of(1, 2, 2, 2, 3, 3, 4, 3))),
                codes);
        assertEquals(1, live(library), "the reader's options are all that is left");
    }

    @Test
    void leavesOutWhatIsNotValidNotTextOrCutShort() throws Exception {
        ZxingCppReader reader = ZxingCpp.find(
                        compiled("2.3.0", false, List.of()).toString(), List.of())
                .orElseThrow()
                .reader();
        byte[] picture = picture("!damaged", "20231234\0hidden", "fine");
        byte[] brokenUtf8 = {2, (byte) 0xc3, 0x28};
        System.arraycopy(brokenUtf8, 0, picture, 3 * WIDTH, brokenUtf8.length);

        List<Code> codes = reader.read(picture, WIDTH, HEIGHT);

        assertEquals(List.of("fine"), codes.stream().map(Code::text).toList());
    }

    @Test
    void takesPicturesOfAnySizeOneAfterTheOther() throws Exception {
        ZxingCppReader reader = ZxingCpp.find(
                        compiled("2.3.0", false, List.of()).toString(), List.of())
                .orElseThrow()
                .reader();
        for (int side : new int[] {30, 900, 21}) {
            byte[] picture = new byte[side * side];
            picture[0] = 1;
            picture[1] = 'x';
            picture[side * side - 1] = 77;

            assertEquals("x", reader.read(picture, side, side).getFirst().text());
        }
    }

    @ParameterizedTest
    @CsvSource({"1.4.0, ''", "2.2.1, ''", "4.0.0, ''", "nightly, ''", "2.3.0, -DWITHOUT_POSITION"})
    void refusesVersionsAndLibrariesItDoesNotKnow(String version, String option) throws Exception {
        Path library = compiled(version, false, option.isEmpty() ? List.of() : List.of(option));

        assertEquals(Optional.empty(), ZxingCpp.find("", List.of(library.toString())));
    }

    @Test
    void goesOnWithoutOne() {
        assertEquals(Optional.empty(), ZxingCpp.find("", List.of("libNoSuchThing.so.77", "/no/such/file.so")));
        assertEquals(Optional.empty(), ZxingCpp.find("/no/such/file.so", List.of()));
        assertEquals(Optional.empty(), ZxingCpp.find("off", List.of("libZXing.so.3")));
    }

    private static byte[] picture(String... texts) {
        byte[] picture = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < texts.length; i++) {
            byte[] text = texts[i].getBytes(StandardCharsets.UTF_8);
            picture[i * WIDTH] = (byte) text.length;
            System.arraycopy(text, 0, picture, i * WIDTH + 1, text.length);
        }
        picture[picture.length - 1] = 77;
        return picture;
    }

    private static int live(Path library) throws Exception {
        MethodHandle live = Library.open(library.toString())
                .orElseThrow()
                .function("stub_live", FunctionDescriptor.of(ValueLayout.JAVA_INT));
        return Binding.call(() -> (int) live.invokeExact());
    }

    private static Path compiled(String version, boolean formatsAsArray, List<String> options) throws Exception {
        Path directory = Files.createTempDirectory(folder, "stub");
        Path source = directory.resolve("stub.c");
        try (InputStream stub = ZxingCppTest.class.getResourceAsStream("stub.c")) {
            assertTrue(stub != null);
            Files.copy(stub, source);
        }
        Path library = directory.resolve("libStub.so");
        List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-O1"));
        command.add("-DVERSION=\"" + version + "\"");
        if (formatsAsArray) {
            command.add("-DFORMATS_AS_ARRAY");
        }
        command.addAll(options);
        command.addAll(List.of("-o", library.toString(), source.toString()));
        try {
            Process gcc = new ProcessBuilder(command).inheritIO().start();
            assertEquals(0, gcc.waitFor());
        } catch (IOException e) {
            assumeTrue(false, "no gcc here: " + e.getMessage());
        }
        return library;
    }
}
