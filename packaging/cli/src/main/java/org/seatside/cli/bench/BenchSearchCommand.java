package org.seatside.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.seatside.model.directory.SearchKind;
import org.seatside.service.search.SearchEntry;
import org.seatside.service.search.SearchIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the search box over a campus in memory, as a node keeps it.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Measure the search box.",
        footer = {
            "",
            "Searches among generated names of students, rooms, sections, lecturers and contacts: by syllables, by",
            "initial consonants, by parts of numbers and codes, and for what is not there. Prints milliseconds.",
            "",
            "Exit status: 0; 2 for bad usage."
        })
final class BenchSearchCommand implements Callable<Integer> {
    private static final int OTHERS = 5_000;
    private static final int MOST = 20;
    private static final int WARM = 200;
    private static final double MILLION = 1e6;
    private static final String FAMILY = "김이박최정강조윤장임한오서신권황안송류홍";
    private static final String GIVEN = "민서지현우준하은수아영진호연재성윤동훈경미정";
    private static final List<String> QUERIES =
            List.of("김", "김민", "ㄱㅁㅅ", "ㅎㄱㄷ", "2026", "0417", "19C", "CSE", "자료", "zzz");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--students",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Default ${DEFAULT-VALUE}; 5,000 others are always there.")
    private int students;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "300", description = "Default ${DEFAULT-VALUE}.")
    private int rounds;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    BenchSearchCommand() {}

    @Override
    public Integer call() {
        if (students < 1 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--students and --rounds take 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<SearchEntry> entries = entries(new Random(1));
        long started = System.nanoTime();
        SearchIndex index = new SearchIndex(entries);
        say(out, "make the index of " + entries.size(), (System.nanoTime() - started) / MILLION);
        Set<SearchKind> kinds = EnumSet.allOf(SearchKind.class);
        for (int i = 0; i < WARM; i++) {
            QUERIES.forEach(query -> index.find(query, kinds, MOST));
        }
        List<Double> all = new ArrayList<>();
        for (String query : QUERIES) {
            double[] took = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                started = System.nanoTime();
                index.find(query, kinds, MOST);
                took[i] = (System.nanoTime() - started) / MILLION;
                all.add(took[i]);
            }
            Arrays.sort(took);
            say(out, query + ", median", took[rounds / 2]);
        }
        all.sort(null);
        say(out, "all, 95 of 100 within", all.get(all.size() * 95 / 100));
        say(out, "all, the longest", all.getLast());
        return 0;
    }

    private static void say(PrintWriter out, String what, double millis) {
        out.println(String.format(Locale.ROOT, "%-32s %8.2f ms", what, millis));
    }

    private List<SearchEntry> entries(Random random) {
        List<SearchEntry> entries = new ArrayList<>();
        for (int i = 0; i < students; i++) {
            String number = String.format(Locale.ROOT, "20%02d%04d", 20 + i % 8, i % 10_000);
            entries.add(entry(SearchKind.STUDENT, random, name(random), number));
        }
        SearchKind[] others = {SearchKind.ROOM, SearchKind.SECTION, SearchKind.LECTURER, SearchKind.CONTACT};
        for (int i = 0; i < OTHERS; i++) {
            SearchKind kind = others[i % others.length];
            String title = switch (kind) {
                case ROOM -> i % 30 + "C" + i % 12;
                case SECTION -> "자료구조 " + i % 40 + "분반";
                default -> name(random);
            };
            entries.add(entry(kind, random, title, "CSE" + (100 + i % 400)));
        }
        return entries;
    }

    private static SearchEntry entry(SearchKind kind, Random random, String title, String detail) {
        return SearchEntry.of(kind, new UUID(random.nextLong(), random.nextLong()), title, detail, List.of());
    }

    private static String name(Random random) {
        return "" + FAMILY.charAt(random.nextInt(FAMILY.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }
}
