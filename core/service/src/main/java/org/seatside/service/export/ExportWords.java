package org.seatside.service.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;

/// The words of exported tables in one language. Immutable.
public final class ExportWords {
    private static final int WIDE = 24;

    private final Map<String, String> texts;
    private final boolean codes;

    private ExportWords(Map<String, String> texts, boolean codes) {
        this.texts = texts;
        this.codes = codes;
    }

    /// Korean for Korean, English for every other language.
    public static ExportWords in(Locale language) {
        return new ExportWords(texts(language), false);
    }

    /// English titles and, in cells, the constants that programs compare.
    public static ExportWords forPrograms() {
        return new ExportWords(texts(Locale.ENGLISH), true);
    }

    private static Map<String, String> texts(Locale language) {
        String file = "export_" + (language.getLanguage().equals("ko") ? "ko" : "en") + ".properties";
        Properties texts = new Properties();
        try (var in = ExportWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This program was built without " + file);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
    }

    String table(String key) {
        return text("table." + key);
    }

    Column column(String key) {
        return column(key, WIDE);
    }

    Column column(String key, int width) {
        return new Column(key, text("column." + key), width);
    }

    /// @param kind see [org.seatside.model.attendance.Outcome#kind]; one this program does not know stays as
    ///     it is
    String outcome(String kind) {
        return codes ? kind : texts.getOrDefault("outcome." + kind, kind);
    }

    String status(AttendanceStatus status) {
        return word("status.", status);
    }

    String how(Identification how) {
        return word("how.", how);
    }

    String upstream(UpstreamState state) {
        return word("upstream.", state);
    }

    String yesNo(boolean yes) {
        return codes ? Boolean.toString(yes) : text(yes ? "word.yes" : "word.no");
    }

    private String word(String prefix, Enum<?> constant) {
        return codes ? constant.name() : text(prefix + constant.name());
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }
}
