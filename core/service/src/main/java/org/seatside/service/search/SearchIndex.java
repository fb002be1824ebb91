package org.seatside.service.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;

/// Looks through all entries, one after another: 25,000 of them are about a million characters, and a look
/// through those takes a few milliseconds and no index that could be wrong. Immutable; for any number of
/// threads.
public final class SearchIndex {
    /// Longer queries are cut: nothing is found by more.
    private static final int LONGEST_QUERY = 64;

    private static final int NOT = Integer.MAX_VALUE;
    private static final int WHOLE = 0;
    private static final int BEGINS = 1;
    private static final int WORD_BEGINS = 2;
    private static final int INSIDE = 3;

    private final List<SearchEntry> entries;

    public SearchIndex(Collection<SearchEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Found(int rank, SearchEntry entry) {}

    private static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(Found::rank)
            .thenComparing(found -> found.entry().hit().kind())
            .thenComparing(found -> found.entry().hit().title())
            .thenComparing(found -> found.entry().hit().detail())
            .thenComparing(found -> found.entry().hit().id());

    /// Entries in which every word of the query stands, best first: whole names and numbers, then names that
    /// begin so, then words that do, then the rest.
    ///
    /// @param kinds others are not looked at
    public List<SearchHit> find(String query, Set<SearchKind> kinds, int most) {
        String typed = Hangul.typed(query.substring(0, Math.min(query.length(), LONGEST_QUERY)));
        List<char[]> words = new ArrayList<>();
        for (String word : typed.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toCharArray());
            }
        }
        if (words.isEmpty() || most <= 0) {
            return List.of();
        }
        PriorityQueue<Found> best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (SearchEntry entry : entries) {
            int rank = kinds.contains(entry.hit().kind()) ? rank(entry.text(), words) : NOT;
            if (rank == NOT) {
                continue;
            }
            Found found = new Found(rank, entry);
            if (best.size() < most) {
                best.add(found);
            } else if (BEST_FIRST.compare(found, best.element()) < 0) {
                best.remove();
                best.add(found);
            }
        }
        return best.stream().sorted(BEST_FIRST).map(one -> one.entry().hit()).toList();
    }

    private static int rank(String text, List<char[]> words) {
        int sum = 0;
        for (char[] word : words) {
            int rank = rank(text, word);
            if (rank == NOT) {
                return NOT;
            }
            sum += rank;
        }
        return sum;
    }

    private static int rank(String text, char[] word) {
        int best = NOT;
        for (int at = 0; at + word.length <= text.length(); at++) {
            if (standsAt(text, at, word)) {
                int end = at + word.length;
                boolean first = at == 0 || text.charAt(at - 1) == '\n';
                if (first && (end == text.length() || text.charAt(end) == '\n')) {
                    return WHOLE;
                }
                int here = first ? BEGINS : Character.isLetterOrDigit(text.charAt(at - 1)) ? INSIDE : WORD_BEGINS;
                best = Math.min(best, here);
            }
        }
        return best;
    }

    private static boolean standsAt(String text, int at, char[] word) {
        for (int i = 0; i < word.length; i++) {
            if (!Hangul.stands(word[i], text.charAt(at + i), i + 1 == word.length)) {
                return false;
            }
        }
        return true;
    }
}
