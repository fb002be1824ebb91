package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.Outcome;

/// The same keys in both languages, none unused, every format good.
class KioskTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/seatside/kiosk");
    private static final Path TEXTS = Path.of("src/main/resources/org/seatside/kiosk/ui");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Properties korean = texts("ko");
        Properties english = texts("en");

        assertEquals(korean.stringPropertyNames(), english.stringPropertyNames());
        List<String> different = korean.stringPropertyNames().stream()
                .filter(key -> arguments(korean, key, Locale.KOREAN) != arguments(english, key, Locale.ENGLISH))
                .toList();
        assertEquals(List.of(), different);
    }

    @Test
    void noTextIsUnusedAndNoneIsMissing() throws IOException {
        String sources = sources();
        Set<String> unused = new TreeSet<>(texts("ko").stringPropertyNames());
        unused.removeIf(key -> sources.contains("\"" + key + "\"") || isComposed(key, sources));

        assertEquals(Set.of(), unused);
    }

    @Test
    void everyOutcomeHasItsOwnWordInBothLanguages() throws IOException {
        for (String language : List.of("ko", "en")) {
            Properties texts = texts(language);
            List<String> words = new ArrayList<>();
            for (Outcome outcome : SampleOutcomes.all()) {
                OutcomePresentation shown = OutcomePresentation.of(outcome, ZoneId.of("Asia/Seoul"), "");
                words.add(shown.word().key());
                assertFalse(texts.getProperty(shown.word().key(), "").isBlank(), shown.word()::key);
                assertFalse(texts.getProperty(shown.next().key(), "").isBlank(), shown.next()::key);
            }
            assertEquals(words.size(), Set.copyOf(words).size(), words::toString);
        }
    }

    /// Keys put together from a name and what follows: `outcome.late.word`, `idle.headline`,
    /// `broken.outbox.remedy`.
    private static boolean isComposed(String key, String sources) {
        int end = key.lastIndexOf('.');
        String suffix = key.substring(end + 1);
        String name = key.substring(0, end);
        boolean known = Set.of("word", "next", "headline", "sentence", "remedy").contains(suffix);
        return known && sources.contains("\"" + name.replaceFirst("^outcome\\.", "") + "\"");
    }

    private static int arguments(Properties texts, String key, Locale locale) {
        return new MessageFormat(texts.getProperty(key), locale).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve("kiosk_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
