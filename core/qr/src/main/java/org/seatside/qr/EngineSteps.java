package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.engine.Deadline;
import org.seatside.qr.engine.GreyEngine;
import org.seatside.qr.engine.Pass;
import org.seatside.qr.engine.Symbol;

/// Our own engine as steps of a [Plan].
final class EngineSteps {
    private final GreyEngine engine = new GreyEngine();

    /// Begins a picture whose rows follow each other without gaps.
    void open(Luminance picture, Deadline deadline) {
        engine.open(picture.pixels(), picture.width(), picture.height(), deadline);
    }

    GreyEngine engine() {
        return engine;
    }

    /// Runs passes until one reads something.
    List<Reading> run(List<Pass> passes) {
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            List<Symbol> symbols = engine.run(pass);
            if (!symbols.isEmpty()) {
                return readings(symbols, pass.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return List.of();
    }

    /// @param found what found them, the first part of [Reading#stage]
    static List<Reading> readings(List<Symbol> symbols, String found) {
        List<Reading> readings = new ArrayList<>();
        for (Symbol symbol : symbols) {
            List<Corner> corners = symbol.corners().stream()
                    .map(point -> new Corner(point.x(), point.y()))
                    .toList();
            readings.add(new Reading(symbol.text(), corners, found + "/" + symbol.way()));
        }
        return readings;
    }
}
