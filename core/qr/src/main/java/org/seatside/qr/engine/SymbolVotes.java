package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.engine.Symbol.Point;

/// Reads a symbol that no frame shows well enough from what several frames show of it: the soft modules of
/// frames in which it was located and not read are added up module by module, and the sum is decoded.
///
/// A text made of two symbols must not come out. So only ballots that correlate with the newest are added to
/// it, the margins of a single picture hold for the sum, and what was decoded must then agree, in every error
/// correction block, with each ballot that was counted.
///
/// Ballots are kept for two seconds, at most sixteen of at most 31 kB. Not thread-safe.
public final class SymbolVotes {
    private static final int MOST_BALLOTS = 16;
    private static final long LIFE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /// Two frames whose modules are wrong in one of five have 0.36, those of two symbols seldom more than 0.15.
    private static final double LEAST_KINSHIP = 0.25;

    private static final double LEAST_AGREEMENT = 0.35;
    private static final double LEAST_BLOCK_SHARE = 0.5;
    private static final double CLEAR_MIRROR = 0.1;

    private final SymbolDecoder decoder = new SymbolDecoder();
    private final List<Ballot> ballots = new ArrayList<>();
    private final List<Ballot> spare = new ArrayList<>();
    private final List<Ballot> kin = new ArrayList<>();
    private float[] sum = new float[0];
    private float[] turned = new float[0];
    private boolean mirrored;

    /// Counts what an engine located and did not read in its open picture.
    ///
    /// @param left where that picture lies in the frame, pixels of the frame
    /// @param top likewise
    /// @param scale pixels of that picture for one of the frame
    /// @param nanos of the frame; frames come in order
    /// @return the symbol that is now readable, its corners in pixels of the frame
    public Optional<Symbol> count(
            GreyEngine engine, double left, double top, double scale, long nanos, Deadline deadline) {
        return count(engine.unread(), left, top, scale, nanos, deadline);
    }

    Optional<Symbol> count(UnreadSymbols unread, double left, double top, double scale, long nanos, Deadline deadline) {
        dropOld(nanos);
        for (int i = 0; i < unread.size() && !deadline.passed(); i++) {
            Ballot ballot = cast(unread.get(i), left, top, scale, nanos);
            if (ballot != null) {
                Optional<Symbol> symbol = decode(ballot, deadline);
                if (symbol.isPresent()) {
                    clear();
                    return symbol;
                }
            }
        }
        return Optional.empty();
    }

    /// Forgets all ballots, as when the symbol was read by itself.
    public void clear() {
        spare.addAll(ballots);
        ballots.clear();
    }

    /// Ballots kept now.
    int size() {
        return ballots.size();
    }

    private void dropOld(long nanos) {
        for (int i = ballots.size() - 1; i >= 0; i--) {
            if (nanos - ballots.get(i).nanos > LIFE_NANOS) {
                spare.add(ballots.remove(i));
            }
        }
    }

    /// One frame has one ballot for a symbol, the one whose grid fits best.
    private @Nullable Ballot cast(Unread unread, double left, double top, double scale, long nanos) {
        Ballot ballot = null;
        for (int i = 0; i < ballots.size() && ballot == null; i++) {
            Ballot other = ballots.get(i);
            if (other.nanos == nanos
                    && other.version.equals(unread.version)
                    && other.isNear(unread, left, top, scale)) {
                if (other.fitness >= unread.fitness) {
                    return null;
                }
                ballot = ballots.remove(i);
            }
        }
        if (ballot == null && ballots.size() == MOST_BALLOTS) {
            ballot = ballots.removeFirst();
        }
        if (ballot == null) {
            ballot = spare.isEmpty() ? new Ballot() : spare.removeLast();
        }
        ballot.set(unread, left, top, scale, nanos);
        ballots.add(ballot);
        return ballot;
    }

    private Optional<Symbol> decode(Ballot newest, Deadline deadline) {
        kin.clear();
        for (int i = 0; i < ballots.size(); i++) {
            Ballot ballot = ballots.get(i);
            if (ballot.equals(newest)
                    || (ballot.version.equals(newest.version) && newest.kinship(ballot) >= LEAST_KINSHIP)) {
                kin.add(ballot);
            }
        }
        while (kin.size() > 1) {
            Optional<Message> message = decodeSum(newest.version, deadline);
            if (message.isEmpty()) {
                return Optional.empty();
            }
            int counted = kin.size();
            dropThoseThatDisagree(newest.version);
            if (kin.size() == counted) {
                return Optional.of(symbol(message.get(), newest, counted));
            }
            if (!kin.contains(newest)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Message> decodeSum(SymbolVersion version, Deadline deadline) {
        int d = version.dimension();
        if (sum.length < d * d) {
            sum = new float[d * d];
            turned = new float[d * d];
        }
        Arrays.fill(sum, 0, d * d, 0);
        double weights = 0;
        for (int i = 0; i < kin.size(); i++) {
            kin.get(i).addTo(sum);
            weights += kin.get(i).weight;
        }
        if (!(weights > 0)) {
            return Optional.empty();
        }
        for (int i = 0; i < d * d; i++) {
            sum[i] /= (float) weights;
        }
        mirrored = isMirrored(d);
        float[] soft = mirrored ? turned : sum;
        Optional<Message> message = decoder.decode(soft, version, 2, false, deadline);
        return message.isPresent() ? message : decoder.decode(soft, version, 1, true, deadline);
    }

    private boolean isMirrored(int d) {
        double upright = decoder.formatScore(sum, d);
        transpose(sum, d, turned);
        return decoder.formatScore(turned, d) > upright + CLEAR_MIRROR * FormatInformation.MODULES;
    }

    private void dropThoseThatDisagree(SymbolVersion version) {
        SymbolEcho echo = decoder.echo();
        for (int i = kin.size() - 1; i >= 0; i--) {
            kin.get(i).copyTo(sum);
            if (mirrored) {
                transpose(sum, version.dimension(), turned);
            }
            echo.compare(mirrored ? turned : sum);
            if (echo.agreement() < LEAST_AGREEMENT || echo.weakestBlock() < LEAST_BLOCK_SHARE * echo.agreement()) {
                kin.remove(i);
            }
        }
    }

    private static void transpose(float[] soft, int d, float[] target) {
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                target[y * d + x] = soft[x * d + y];
            }
        }
    }

    private static Symbol symbol(Message message, Ballot newest, int ballots) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            corners.add(new Point(newest.corners[2 * i], newest.corners[2 * i + 1]));
        }
        return new Symbol(message.text(), corners, "votes-" + ballots);
    }
}
