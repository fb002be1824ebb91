package org.seatside.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.seatside.bench.Samples;
import org.seatside.bench.Tally;
import org.seatside.cli.text.Escapes;
import org.seatside.qr.corpus.Label.Verdict;

/// One JSON object on a line.
final class JsonLine {
    private final StringJoiner members = new StringJoiner(",", "{", "}\n");

    JsonLine with(String name, String value) {
        return raw(name, Escapes.json(value));
    }

    JsonLine with(String name, long value) {
        return raw(name, Long.toString(value));
    }

    JsonLine with(String name, double value) {
        return raw(name, String.format(Locale.ROOT, "%.3f", value));
    }

    /// Median, 95th percentile and maximum as three members.
    JsonLine with(String name, Samples samples) {
        return with(name + "Median", samples.median())
                .with(name + "P95", samples.p95())
                .with(name + "Max", samples.max());
    }

    /// Counts and times.
    ///
    /// @param expectsNothing whether every text read counts as a false one
    JsonLine with(Tally tally, boolean expectsNothing) {
        int unexpected = tally.count(Verdict.UNEXPECTED);
        StringJoiner stages = new StringJoiner(",", "{", "}");
        for (Map.Entry<String, Integer> stage : tally.stages().entrySet()) {
            stages.add(Escapes.json(stage.getKey()) + ":" + stage.getValue());
        }
        return with("images", tally.pictures())
                .with("codes", tally.codes())
                .with("hits", tally.codesRead())
                .with("recall", tally.recall())
                .with("wrong", tally.count(Verdict.WRONG))
                .with("falseReads", expectsNothing ? unexpected : 0)
                .with("unsure", tally.count(Verdict.UNSURE) + (expectsNothing ? 0 : unexpected))
                .with("ms", tally.millis())
                .with("cpuMs", tally.cpuMillis())
                .with("cut", tally.overMillis().size())
                .with("overMs", tally.overMillis())
                .raw("stages", stages.toString());
    }

    void print(PrintWriter out) {
        out.print(members);
    }

    private JsonLine raw(String name, String json) {
        members.add(Escapes.json(name) + ":" + json);
        return this;
    }
}
