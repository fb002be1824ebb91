package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the version of a symbol fixes: its dimension, where its function patterns lie and what they show, and how its
/// codewords are blocked (ISO/IEC 18004:2015, 6.3, 7.5.1 and annex E).
final class SymbolVersion {
    static final int MOST = 40;
    static final int LARGEST_DIMENSION = 177;
    static final int GROUP_HORIZONTAL_TIMING = 3;
    static final int GROUP_VERTICAL_TIMING = 4;
    static final int FIRST_ALIGNMENT_GROUP = 5;

    private static final List<SymbolVersion> ALL = all();

    private final int number;
    private final int dimension;
    private final int[] alignment;
    private final byte[] pattern;
    private final boolean[] reserved;
    private final byte[] groupOf;
    private final int groups;
    private final int[] patternX;
    private final int[] patternY;
    private final byte[] patternSign;
    private final byte[] patternGroup;
    private final int codewords;
    private final Map<ErrorCorrection, BlockLayout> layouts = new EnumMap<>(ErrorCorrection.class);

    private SymbolVersion(int number) {
        this.number = number;
        dimension = 17 + 4 * number;
        alignment = alignmentCentres(number);
        pattern = new byte[dimension * dimension];
        reserved = new boolean[dimension * dimension];
        groupOf = new byte[dimension * dimension];
        groups = drawPatterns();
        reserveInformation();
        codewords = codewords(number);
        for (ErrorCorrection level : ErrorCorrection.values()) {
            layouts.put(level, BlockLayout.of(number, level, codewords));
        }
        int count = count();
        patternX = new int[count];
        patternY = new int[count];
        patternSign = new byte[count];
        patternGroup = new byte[count];
        listPatterns();
    }

    private static List<SymbolVersion> all() {
        List<SymbolVersion> versions = new ArrayList<>();
        for (int number = 1; number <= MOST; number++) {
            versions.add(new SymbolVersion(number));
        }
        return List.copyOf(versions);
    }

    /// @param number 1 to 40
    static SymbolVersion of(int number) {
        return ALL.get(number - 1);
    }

    int number() {
        return number;
    }

    int dimension() {
        return dimension;
    }

    /// The rows and columns, from 0, on whose crossings alignment patterns are centred; empty for version 1.
    int[] alignment() {
        return alignment;
    }

    /// For each module, row after row: 1 where a function pattern is dark, -1 where it is light, 0 elsewhere.
    byte[] pattern() {
        return pattern;
    }

    /// For each module whether it holds no data.
    boolean[] reserved() {
        return reserved;
    }

    /// Groups of function modules: three finders with their separators, two timing lines, then alignment patterns, the
    /// one at the bottom right last.
    int groups() {
        return groups;
    }

    /// The function modules as lists: column, row, sign as in [#pattern] and group.
    int[] patternX() {
        return patternX;
    }

    int[] patternY() {
        return patternY;
    }

    byte[] patternSign() {
        return patternSign;
    }

    byte[] patternGroup() {
        return patternGroup;
    }

    int codewords() {
        return codewords;
    }

    BlockLayout layout(ErrorCorrection level) {
        return layouts.getOrDefault(level, BlockLayout.of(number, level, codewords));
    }

    /// Annex E's table as a rule: equal even steps back from the far side, the first one what remains.
    private static int[] alignmentCentres(int version) {
        if (version == 1) {
            return new int[0];
        }
        int count = version / 7 + 2;
        int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        int[] centres = new int[count];
        centres[0] = 6;
        for (int i = count - 1, at = 10 + 4 * version; i > 0; i--, at -= step) {
            centres[i] = at;
        }
        return centres;
    }

    /// All modules without function patterns, format and version information, in whole bytes (table 1).
    private static int codewords(int version) {
        int modules = (16 * version + 128) * version + 64;
        if (version >= 2) {
            int count = version / 7 + 2;
            modules -= (25 * count - 10) * count - 55;
            modules -= version >= 7 ? 36 : 0;
        }
        return modules / 8;
    }

    private int drawPatterns() {
        drawFinder(0, 0, 0);
        drawFinder(dimension - 7, 0, 1);
        drawFinder(0, dimension - 7, 2);
        for (int i = 8; i < dimension - 8; i++) {
            set(i, 6, i % 2 == 0, GROUP_HORIZONTAL_TIMING);
            set(6, i, i % 2 == 0, GROUP_VERTICAL_TIMING);
        }
        int group = FIRST_ALIGNMENT_GROUP;
        for (int row : alignment) {
            for (int column : alignment) {
                if (!inFinder(column, row)) {
                    drawAlignment(column, row, group++);
                }
            }
        }
        return group;
    }

    private boolean inFinder(int column, int row) {
        int far = dimension - 7;
        return (column == 6 && row == 6) || (column == 6 && row == far) || (column == far && row == 6);
    }

    private void drawFinder(int left, int top, int group) {
        for (int y = -1; y < 8; y++) {
            for (int x = -1; x < 8; x++) {
                int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                set(left + x, top + y, ring != 2 && ring != 4, group);
            }
        }
    }

    private void drawAlignment(int column, int row, int group) {
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                set(column + x, row + y, Math.max(Math.abs(x), Math.abs(y)) != 1, group);
            }
        }
    }

    private void set(int x, int y, boolean dark, int group) {
        if (x >= 0 && y >= 0 && x < dimension && y < dimension) {
            int i = y * dimension + x;
            pattern[i] = (byte) (dark ? 1 : -1);
            groupOf[i] = (byte) group;
            reserved[i] = true;
        }
    }

    /// Format information with its dark module (figure 25) and version information (figure 28).
    private void reserveInformation() {
        for (int i = 0; i < 9; i++) {
            reserved[8 * dimension + i] = true;
            reserved[i * dimension + 8] = true;
        }
        for (int i = dimension - 8; i < dimension; i++) {
            reserved[8 * dimension + i] = true;
            reserved[i * dimension + 8] = true;
        }
        if (number >= 7) {
            for (int i = 0; i < 18; i++) {
                reserved[(i / 3) * dimension + dimension - 11 + i % 3] = true;
                reserved[(dimension - 11 + i % 3) * dimension + i / 3] = true;
            }
        }
    }

    private int count() {
        int count = 0;
        for (byte sign : pattern) {
            count += Math.abs(sign);
        }
        return count;
    }

    private void listPatterns() {
        int n = 0;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] != 0) {
                patternX[n] = i % dimension;
                patternY[n] = i / dimension;
                patternSign[n] = pattern[i];
                patternGroup[n++] = groupOf[i];
            }
        }
    }
}
