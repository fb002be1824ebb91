package org.seatside.admin.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Both languages say the same things, all that is said is used, and all of it can be formatted.
class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z]+)*)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(
                new TreeSet<>(texts("en").stringPropertyNames()),
                new TreeSet<>(texts("ko").stringPropertyNames()));
    }

    @Test
    void noTextStandsTwice() throws IOException {
        for (String language : List.of("en", "ko")) {
            Set<String> seen = new TreeSet<>();

            List<String> twice = lines(language)
                    .map(line -> line.split("=", 2)[0].strip())
                    .filter(key -> !seen.add(key))
                    .toList();

            assertEquals(List.of(), twice, language);
        }
    }

    @Test
    void everyTextIsUsedByTheCode() throws IOException {
        Set<String> unused = new TreeSet<>(texts("en").stringPropertyNames());

        unused.removeAll(literals());

        assertEquals(Set.of(), unused);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties en = texts("en");
        Properties ko = texts("ko");

        for (String key : en.stringPropertyNames()) {
            assertEquals(arguments(en.getProperty(key)), arguments(ko.getProperty(key)), key);
        }
    }

    @Test
    void everyTextIsAFormatThatParses() throws IOException {
        for (String language : List.of("en", "ko")) {
            Properties texts = texts(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertDoesNotThrow(() -> new MessageFormat(text, Locale.of(language)).format(new Object[] {1, 2}), key);
                assertTrue(!text.contains("'"), "an apostrophe ends the format: " + key);
            }
        }
    }

    private static Set<Integer> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toSet());
    }

    private static Set<String> literals() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> found = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
            return found;
        }
    }

    private static Stream<String> lines(String language) throws IOException {
        try (Reader in = bundle(language)) {
            return new BufferedReader(in)
                    .readAllLines().stream().filter(line -> line.contains("=") && !line.startsWith("#"));
        }
    }

    private static Reader bundle(String language) {
        return new InputStreamReader(
                Objects.requireNonNull(Display.class.getResourceAsStream("admin_" + language + ".properties")),
                StandardCharsets.UTF_8);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = bundle(language)) {
            texts.load(in);
        }
        return texts;
    }
}
