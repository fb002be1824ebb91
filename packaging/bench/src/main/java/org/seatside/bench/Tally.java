package org.seatside.bench;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.seatside.bench.Stopwatch.Timed;
import org.seatside.qr.corpus.Label.Verdict;

/// What one decoder made of many pictures.
public final class Tally {
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private final Map<String, Integer> stages = new TreeMap<>();
    private final Samples millis = new Samples();
    private final Samples cpuMillis = new Samples();
    private final Samples overMillis = new Samples();
    private int pictures;
    private int codes;
    private int codesRead;

    /// A picture with at most one text that counts.
    public void add(Timed timed, Verdict verdict) {
        boolean labelled = verdict != Verdict.UNEXPECTED && verdict != Verdict.NOTHING;
        add(timed, verdict, labelled ? 1 : 0, verdict == Verdict.RIGHT ? 1 : 0);
    }

    /// A picture of several codes.
    public void add(Timed timed, Verdict verdict, int shown, int read) {
        pictures++;
        codes += shown;
        codesRead += read;
        verdicts.merge(verdict, 1, Integer::sum);
        if (!timed.answer().texts().isEmpty()) {
            stages.merge(timed.answer().stage(), 1, Integer::sum);
        }
        millis.add(timed.millis());
        cpuMillis.add(timed.cpuMillis());
        if (timed.overMillis() > 0) {
            overMillis.add(timed.overMillis());
        }
    }

    /// Adds another's counts and times.
    public void addAll(Tally other) {
        pictures += other.pictures;
        codes += other.codes;
        codesRead += other.codesRead;
        other.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Integer::sum));
        other.stages.forEach((stage, count) -> stages.merge(stage, count, Integer::sum));
        millis.addAll(other.millis);
        cpuMillis.addAll(other.cpuMillis);
        overMillis.addAll(other.overMillis);
    }

    public int pictures() {
        return pictures;
    }

    /// Codes that are known to be in the pictures.
    public int codes() {
        return codes;
    }

    /// Those of them that were read.
    public int codesRead() {
        return codesRead;
    }

    /// The share that was read, 0 where there are none.
    public double recall() {
        return codes == 0 ? 0 : (double) codesRead / codes;
    }

    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /// How many pictures each stage read.
    public Map<String, Integer> stages() {
        return Collections.unmodifiableMap(stages);
    }

    /// By the wall.
    public Samples millis() {
        return millis;
    }

    /// Of the thread.
    public Samples cpuMillis() {
        return cpuMillis;
    }

    /// By the wall, how long after the deadline those pictures took that met it.
    public Samples overMillis() {
        return overMillis;
    }
}
