package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads QR symbols in a grey picture, pass by pass: [#open] a picture, then [#run] as many passes as there is
/// time for, in the order of [Pass]. What one pass learned of a place serves the next ones.
///
/// Keeps its buffers from picture to picture and allocates only for symbols that were read. Not thread-safe:
/// one engine for one thread.
public final class GreyEngine {
    /// Pictures with a shorter side hold no version 1 symbol that the stages could sample.
    public static final int SMALLEST_SIDE = 21;

    private static final int MOST_TRIPLES = 8;
    private static final int MOST_INFERRED = 24;
    private static final int MOST_BENT = 2;
    private static final int MOST_FINDERS_FOR_PAIRS = 8;
    private static final double SCORE_FOR_PAIRS = 0.5;
    private static final double CLEAR_FINDER = 0.75;
    private static final int MANY_FINDERS = 7;
    private static final int MOST_IN_VAIN = 24;

    /// Modules.
    private static final double SAME_PLACE = 0.15;

    private static final double SAME_PLACE_INFERRED = 0.5;

    /// Above so many candidates the picture is texture or noise, in which further copies find only more of it.
    private static final int SATURATED = 300;

    private static final int LARGEST_DOUBLED = 1_300 * 1_300;

    private final FinderPool pool = new FinderPool();
    private final FinderScan scan = new FinderScan(pool);
    private final FinderVerification verification = new FinderVerification(pool);
    private final TripleSearch tripleSearch = new TripleSearch();
    private final UnreadSymbols unreadSymbols = new UnreadSymbols();
    private final TripleReader reader = new TripleReader(unreadSymbols);
    private final PairInference pairInference = new PairInference(pool);
    private final GreyFinderSearch greySearch = new GreyFinderSearch(pool);
    private final PictureCopies copies = new PictureCopies();
    private final Ranking ranking = new Ranking();
    private final TriedTriples tried = new TriedTriples();
    private final TriedTriples triedInferred = new TriedTriples();
    private final List<Finder> candidates = new ArrayList<>();
    private final List<Finder> seen = new ArrayList<>();
    private final List<Finder> greySeen = new ArrayList<>();
    private final List<Triple> triples = new ArrayList<>();
    private final List<Triple> unread = new ArrayList<>();
    private final List<Triple> located = new ArrayList<>();
    private final List<Symbol> symbolsRead = new ArrayList<>();

    private Deadline deadline = Deadline.never();
    private int mostCandidates;

    /// Begins a picture, which must not change until the last pass over it.
    ///
    /// @param pixels rows without gaps, 0 for black
    /// @throws IllegalArgumentException if a side is shorter than [#SMALLEST_SIDE] or the array too short
    public void open(byte[] pixels, int width, int height, Deadline deadline) {
        if (Math.min(width, height) < SMALLEST_SIDE || (long) width * height > pixels.length) {
            throw new IllegalArgumentException(
                    "no picture of " + width + "x" + height + " in " + pixels.length + " bytes");
        }
        this.deadline = deadline;
        copies.open(pixels, width, height);
        pool.reset();
        verification.reset();
        tried.clear();
        reader.reset();
        seen.clear();
        greySeen.clear();
        unread.clear();
        located.clear();
        unreadSymbols.clear();
        symbolsRead.clear();
        mostCandidates = 0;
    }

    /// Whether the passes so far saw finders as clear as any that belong to no symbol they read: at least
    /// three.
    public boolean unexplained() {
        return unexplainedFinders() >= 3;
    }

    private int unexplainedFinders() {
        int count = 0;
        for (int i = 0; i < seen.size(); i++) {
            Finder finder = seen.get(i);
            count += finder.score >= CLEAR_FINDER && !explained(finder) ? 1 : 0;
        }
        return count;
    }

    private boolean explained(Finder finder) {
        for (int i = 0; i < symbolsRead.size(); i++) {
            if (within(finder, symbolsRead.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// Runs one pass over the open picture.
    ///
    /// @return the symbols it read, usually none or one
    public List<Symbol> run(Pass pass) {
        if (deadline.passed() || !deadline.allows(pass.estimate(copies.width(), copies.height()))) {
            return List.of();
        }
        candidates.clear();
        return switch (pass) {
            case MANY -> readMany();
            case PAIRS -> readPairs(seen, true);
            case GREY_PAIRS -> readPairs(greySeen, false);
            case BENT -> readBent();
            case CRUMPLED -> readCrumpled();
            case GREY -> {
                byte[] half = copies.half();
                greySearch.search(
                        half, copies.width() / 2, copies.height() / 2, copies.halfView(), 2, candidates, deadline);
                yield readFound(copies.scene(), greySeen);
            }
            case INVERTED -> {
                if (mostCandidates > SATURATED) {
                    yield List.of();
                }
                scan(copies.invertedBinary(), 1, 2);
                yield read(copies.invertedScene(), false);
            }
            default -> scan(pass) ? readFound(copies.scene(), seen) : List.of();
        };
    }

    /// What the passes over the open picture located and could not read.
    UnreadSymbols unread() {
        return unreadSymbols;
    }

    /// Where in the open picture a symbol was located and not read, or two finders hint at one.
    public void hint(Hints hints) {
        hints.collect(unreadSymbols, seen, greySeen);
    }

    /// Fills the candidates; false where the pass does not suit the picture.
    private boolean scan(Pass pass) {
        int shorter = Math.min(copies.width(), copies.height());
        switch (pass) {
            case FULL -> scan(copies.binary(), 1, 2);
            case QUARTER -> {
                if (shorter < 64) {
                    return false;
                }
                scan(copies.quarterBinary(), 4, 1);
            }
            case HALF -> {
                if (shorter < 32) {
                    return false;
                }
                scan(copies.halfBinary(), 2, 1);
            }
            case HALF_SHARPENED -> {
                if (shorter < 32) {
                    return false;
                }
                scan(copies.halfSharpenedBinary(), 2, 1);
            }
            case BLOCK_MEAN -> {
                if (mostCandidates > SATURATED) {
                    return false;
                }
                scan(copies.blockMeanBinary(), 1, 2);
            }
            case DOUBLE -> {
                if ((long) copies.width() * copies.height() > LARGEST_DOUBLED) {
                    return false;
                }
                scan(copies.doubledBinary(), 0.5, 2);
            }
            case SHARPENED -> scan(copies.sharpenedBinary(), 1, 1);
            case MANY, PAIRS, GREY_PAIRS, GREY, INVERTED, BENT, CRUMPLED ->
                throw new IllegalArgumentException("not by scan: " + pass);
        }
        mostCandidates = Math.max(mostCandidates, candidates.size());
        return true;
    }

    private void scan(byte[] binary, double scale, int step) {
        int width = (int) (copies.width() / scale);
        int height = (int) (copies.height() / scale);
        scan.scan(binary, width, height, scale, step, candidates, deadline);
    }

    /// Reads the candidates and keeps them for pairs.
    private List<Symbol> readFound(Scene scene, List<Finder> forPairs) {
        List<Symbol> symbols = read(scene, true);
        for (int i = 0; i < candidates.size(); i++) {
            Finder finder = candidates.get(i);
            if (finder.score > SCORE_FOR_PAIRS && !nearAny(finder, forPairs)) {
                forPairs.add(finder);
            }
        }
        return symbols;
    }

    private static boolean nearAny(Finder finder, List<Finder> others) {
        for (int i = 0; i < others.size(); i++) {
            if (finder.isWithin(3 * others.get(i).module, others.get(i))) {
                return true;
            }
        }
        return false;
    }

    private List<Symbol> read(Scene scene, boolean upright) {
        dropExplained();
        verification.verify(candidates, scene.grey(), upright, deadline);
        List<Symbol> symbols = List.of();
        boolean more = true;
        while (more && !deadline.passed()) {
            tripleSearch.search(candidates, scene.grey(), triples);
            Optional<Symbol> symbol = readFirst(scene, upright, false, MOST_TRIPLES);
            more = symbol.isPresent();
            if (more) {
                symbols = plus(symbols, symbol.get());
            }
        }
        return symbols;
    }

    /// Reads all symbols whose finders are clear. Dear for each finder: only where one symbol does not explain
    /// them.
    private List<Symbol> readMany() {
        if (unexplainedFinders() < (symbolsRead.isEmpty() ? MANY_FINDERS : 3)) {
            return List.of();
        }
        Scene scene = copies.scene();
        scan(copies.binary(), 1, 1);
        dropExplained();
        verification.verifyMany(candidates, scene.grey(), deadline);
        tripleSearch.searchNear(candidates, scene.grey(), triples, deadline);
        List<Symbol> symbols = List.of();
        int left = MOST_IN_VAIN;
        for (int i = 0; i < triples.size() && left > 0 && !deadline.passed(); i++) {
            Triple triple = triples.get(i);
            if (triple.taken() || !tried.add(triple, SAME_PLACE)) {
                continue;
            }
            left--;
            Optional<Symbol> symbol = reader.read(triple, scene, false, deadline);
            if (symbol.isPresent()) {
                left = MOST_IN_VAIN;
                removeFinders(triple, symbol.get());
                symbols = plus(symbols, symbol.get());
            }
        }
        return symbols;
    }

    private void dropExplained() {
        if (!symbolsRead.isEmpty()) {
            candidates.removeIf(this::explained);
        }
    }

    /// Reads triples until one is a symbol, whose finders are then taken out.
    private Optional<Symbol> readFirst(Scene scene, boolean upright, boolean inferred, int most) {
        int count = 0;
        for (int i = 0; i < triples.size() && count < most && !deadline.passed(); i++) {
            Triple triple = triples.get(i);
            if (inferred ? !triedInferred.add(triple, SAME_PLACE_INFERRED) : !tried.add(triple, SAME_PLACE)) {
                continue;
            }
            count++;
            Optional<Symbol> symbol = reader.read(triple, scene, inferred, deadline);
            if (symbol.isPresent()) {
                removeFinders(triple, symbol.get());
                return symbol;
            }
            if (upright && !inferred && unread.size() < MOST_BENT && TripleReader.clear(triple)) {
                unread.add(triple);
                if (reader.located()) {
                    located.add(triple);
                }
            }
        }
        return Optional.empty();
    }

    /// @param outlined whether their outlines are sharper than what the search for them measured
    private List<Symbol> readPairs(List<Finder> finders, boolean outlined) {
        if (finders.size() < 2) {
            return List.of();
        }
        Scene scene = copies.scene();
        triedInferred.clear();
        candidates.addAll(finders);
        dropExplained();
        ranking.keepBest(candidates, MOST_FINDERS_FOR_PAIRS, FinderVerification::worth);
        for (int i = 0; outlined && i < candidates.size(); i++) {
            tripleSearch.outline().find(scene.grey(), candidates.get(i));
        }
        pairInference.infer(candidates, located, scene.grey(), outlined, triples, deadline);
        for (int i = 0; i < triples.size(); i++) {
            Triple triple = triples.get(i);
            tripleSearch.outline().find(scene.grey(), triple.topLeft());
            tripleSearch.outline().find(scene.grey(), triple.topRight());
            tripleSearch.outline().find(scene.grey(), triple.bottomLeft());
        }
        return readFirst(scene, true, true, MOST_INFERRED).map(List::of).orElse(List.of());
    }

    private List<Symbol> readBent() {
        for (int i = 0; i < unread.size() && !deadline.passed(); i++) {
            Optional<Symbol> symbol = reader.readBent(unread.get(i), copies.scene(), deadline);
            if (symbol.isPresent()) {
                symbolsRead.add(symbol.get());
                return List.of(symbol.get());
            }
        }
        return List.of();
    }

    private List<Symbol> readCrumpled() {
        Optional<Symbol> symbol = reader.readCrumpled(deadline);
        symbol.ifPresent(symbolsRead::add);
        return symbol.map(List::of).orElse(List.of());
    }

    /// Takes the finders of a symbol, and what else lies within it, out of the candidates.
    private void removeFinders(Triple triple, Symbol symbol) {
        symbolsRead.add(symbol);
        for (int i = 0; i < candidates.size(); i++) {
            Finder finder = candidates.get(i);
            finder.taken |= triple.uses(finder) || within(finder, symbol);
        }
        candidates.removeIf(finder -> finder.taken);
    }

    private static boolean within(Finder finder, Symbol symbol) {
        int sides = 0;
        for (int i = 0; i < 4; i++) {
            Symbol.Point a = symbol.corners().get(i);
            Symbol.Point b = symbol.corners().get((i + 1) % 4);
            sides += (b.x() - a.x()) * (finder.y - a.y()) - (b.y() - a.y()) * (finder.x - a.x()) >= 0 ? 1 : -1;
        }
        return Math.abs(sides) == 4;
    }

    private static List<Symbol> plus(List<Symbol> symbols, Symbol symbol) {
        List<Symbol> more = new ArrayList<>(symbols);
        more.add(symbol);
        return more;
    }
}
