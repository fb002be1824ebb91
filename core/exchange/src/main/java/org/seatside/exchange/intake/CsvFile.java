package org.seatside.exchange.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.seatside.exchange.table.Formulas;

/// CSV as RFC 4180 says it, separated by commas, semicolons or tabs, in UTF-8 with or without a byte order mark
/// or in CP949, as Excel in Korea writes it. What is no UTF-8 is taken for CP949, and what is neither is
/// refused: a name must not change on its way in.
final class CsvFile implements Table {
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private final byte[] bytes;

    private CsvFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static CsvFile of(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) Archive.BYTES + 1);
        if (bytes.length > Archive.BYTES) {
            throw Bad.tooLarge();
        }
        return new CsvFile(bytes);
    }

    @Override
    public void each(Visit visit) throws IOException {
        Charset charset = charset();
        try (Reader reader =
                new BufferedReader(new InputStreamReader(new java.io.ByteArrayInputStream(bytes), charset))) {
            new Cells(reader, separator(charset)).each(visit);
        }
    }

    private Charset charset() {
        if (decodes(StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(CP949)) {
            return CP949;
        }
        throw Bad.file("text-unreadable", "This is neither UTF-8 nor CP949: save it as CSV UTF-8.");
    }

    private boolean decodes(Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Whichever stands most often on the first line.
    private char separator(Charset charset) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), charset);
        String line = start.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(it -> it == c).count();
    }

    /// The automaton of RFC 4180, which also takes a lone line feed for the end of a row.
    private static final class Cells {
        private final Reader in;
        private final char separator;
        private final StringBuilder cell = new StringBuilder();
        private List<String> row = new ArrayList<>();
        private int line = 1;
        private int rows;

        Cells(Reader in, char separator) {
            this.in = in;
            this.separator = separator;
        }

        void each(Visit visit) throws IOException {
            int began = line;
            boolean quoted = false;
            int c = in.read();
            if (c == '\ufeff') {
                c = in.read();
            }
            while (c >= 0) {
                int next = in.read();
                if (quoted && c == '"' && next == '"') {
                    add('"');
                    next = in.read();
                } else if (c == '"' && (quoted || cell.isEmpty())) {
                    quoted = !quoted;
                } else if (!quoted && c == separator) {
                    endCell();
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    if (c == '\r' && next == '\n') {
                        next = in.read();
                    }
                    line++;
                    endRow(visit, began);
                    began = line;
                } else {
                    line += c == '\n' ? 1 : 0;
                    add((char) c);
                }
                c = next;
            }
            if (quoted) {
                throw Bad.file("csv-torn", "The file ends within quotes: it is not whole.");
            }
            endRow(visit, began);
        }

        private void add(char c) {
            if (cell.length() == CELL) {
                throw Bad.tooLarge();
            }
            cell.append(c);
        }

        private void endCell() {
            if (row.size() == COLUMNS) {
                throw Bad.tooLarge();
            }
            row.add(Formulas.unmarked(cell.toString()).strip());
            cell.setLength(0);
        }

        private void endRow(Visit visit, int began) throws IOException {
            endCell();
            if (row.stream().anyMatch(text -> !text.isEmpty())) {
                if (rows++ > ROWS) {
                    throw Bad.tooLarge();
                }
                visit.row(began, row);
            }
            row = new ArrayList<>();
        }
    }
}
