package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.engine.Deadline;
import org.seatside.qr.engine.GreyEngine;
import org.seatside.qr.engine.Pass;
import org.seatside.qr.engine.Symbol;

/// Our own engine as steps of a [Plan]. Keeps track of whose turn it is among the passes that frames share.
final class EngineSteps {
    private final GreyEngine engine = new GreyEngine();
    private int turn;

    /// Begins a picture whose rows follow each other without gaps.
    void open(Luminance picture, Deadline deadline) {
        engine.open(picture.pixels(), picture.width(), picture.height(), deadline);
        turn++;
    }

    /// Runs passes until one reads something.
    List<Reading> run(List<Pass> passes) {
        for (Pass pass : passes) {
            List<Symbol> symbols = engine.run(pass);
            if (!symbols.isEmpty()) {
                return readings(symbols, pass.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return List.of();
    }

    /// The group of passes whose turn it is at the open picture.
    List<Pass> inTurn(List<List<Pass>> groups) {
        return groups.get(Math.floorMod(turn, groups.size()));
    }

    private static List<Reading> readings(List<Symbol> symbols, String pass) {
        List<Reading> readings = new ArrayList<>();
        for (Symbol symbol : symbols) {
            List<Corner> corners = symbol.corners().stream()
                    .map(point -> new Corner(point.x(), point.y()))
                    .toList();
            readings.add(new Reading(symbol.text(), corners, pass + "/" + symbol.way()));
        }
        return readings;
    }
}
