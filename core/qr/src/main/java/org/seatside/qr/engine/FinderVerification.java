package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// From the candidates of one pass to the few that are finders, best first. Remembers every place it judged, so
/// a later pass over another copy of the picture does not judge it again.
final class FinderVerification {
    private static final double LEAST_SCORE = 0.40;
    private static final int LEAST_QUICK_RAYS = 2;
    private static final int MOST_CANDIDATES = 400;
    private static final int MOST_VERIFIED = 40;
    private static final int MOST_CANDIDATES_OF_MANY = 4_000;
    private static final int MOST_VERIFIED_OF_MANY = 400;
    private static final int BEST_RANK = 32;

    private final FinderPool pool;
    private final Ranking ranking = new Ranking();
    private final Starburst starburst = new Starburst();
    private final List<Finder> judged = new ArrayList<>();
    private final List<Finder> good = new ArrayList<>();

    FinderVerification(FinderPool pool) {
        this.pool = pool;
    }

    void reset() {
        judged.clear();
    }

    /// Rays times hits: neither alone tells finders from texture.
    static double worth(Finder finder) {
        return finder.score * Math.min(4, finder.hits + 1);
    }

    /// Reduces the list to verified finders, the best first, none within another.
    ///
    /// @param remember whether places judged on this view hold for later calls
    void verify(List<Finder> candidates, GreyView view, boolean remember, Deadline deadline) {
        verify(candidates, view, remember, MOST_CANDIDATES, MOST_VERIFIED, deadline);
    }

    /// The same for a picture that may show a hundred symbols.
    void verifyMany(List<Finder> candidates, GreyView view, Deadline deadline) {
        verify(candidates, view, true, MOST_CANDIDATES_OF_MANY, MOST_VERIFIED_OF_MANY, deadline);
    }

    private void verify(
            List<Finder> candidates,
            GreyView view,
            boolean remember,
            int mostCandidates,
            int mostVerified,
            Deadline deadline) {
        shorten(candidates, mostCandidates, finder -> finder.hits);
        good.clear();
        for (int i = 0; i < candidates.size() && !deadline.passed(); i++) {
            Finder finder = candidates.get(i);
            if (finder.score >= 0 || passesQuickTest(finder, view, remember)) {
                good.add(finder);
            }
        }
        shorten(good, mostVerified, finder -> finder.score >= 0 ? BEST_RANK : finder.rank);
        candidates.clear();
        for (int i = 0; i < good.size() && !deadline.passed(); i++) {
            Finder finder = good.get(i);
            if (finder.score < 0) {
                judge(finder, view, remember);
            }
            if (finder.score >= LEAST_SCORE) {
                candidates.add(finder);
            }
        }
        ranking.keepBest(candidates, candidates.size(), FinderVerification::worth);
        dropInner(candidates);
        if (remember) {
            rememberAll(candidates);
        }
    }

    private boolean passesQuickTest(Finder finder, GreyView view, boolean remember) {
        if (remember && recall(finder)) {
            return finder.score >= LEAST_SCORE;
        }
        int rays = starburst.quickRays(view, finder);
        finder.rank = rays * Math.min(4, finder.hits + 1);
        if (rays >= LEAST_QUICK_RAYS) {
            return true;
        }
        finder.score = 0;
        if (remember) {
            judged.add(finder);
        }
        return false;
    }

    private void judge(Finder finder, GreyView view, boolean remember) {
        Finder before = pool.lend(finder.x, finder.y, finder.module);
        starburst.verify(view, finder);
        if (remember && finder.score < LEAST_SCORE) {
            before.score = finder.score;
            judged.add(before);
        }
    }

    private boolean recall(Finder finder) {
        for (int i = 0; i < judged.size(); i++) {
            Finder other = judged.get(i);
            double larger = Math.max(finder.module, other.module);
            if (Math.abs(other.x - finder.x) < larger
                    && Math.abs(other.y - finder.y) < larger
                    && larger < 1.35 * Math.min(finder.module, other.module)) {
                finder.learn(other);
                return true;
            }
        }
        return false;
    }

    private void shorten(List<Finder> finders, int most, ToDoubleFunction<Finder> worth) {
        if (finders.size() > most) {
            ranking.keepBest(finders, most, worth);
        }
    }

    private static void dropInner(List<Finder> finders) {
        int kept = 0;
        for (int i = 0; i < finders.size(); i++) {
            Finder finder = finders.get(i);
            boolean inner = false;
            for (int j = 0; j < kept && !inner; j++) {
                Finder other = finders.get(j);
                inner = finder.isWithin(2.5 * Math.max(finder.module, other.module), other);
            }
            if (!inner) {
                finders.set(kept++, finder);
            }
        }
        Ranking.shorten(finders, kept);
    }

    private void rememberAll(List<Finder> finders) {
        for (int i = 0; i < finders.size(); i++) {
            if (!judged.contains(finders.get(i))) {
                judged.add(finders.get(i));
            }
        }
    }
}
