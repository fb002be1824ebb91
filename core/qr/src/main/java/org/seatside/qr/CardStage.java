package org.seatside.qr;

import java.util.List;
import org.seatside.qr.card.CardReader;

/// The other codes on student cards.
final class CardStage implements Stage {
    /// Of the 60 ms that a live frame may take.
    private static final long LIVE_MILLIS = 10;

    private static final long STILL_MILLIS = 250;

    private final CardReader reader;

    private CardStage(CardReader reader) {
        this.reader = reader;
    }

    static CardStage live() {
        return new CardStage(CardReader.live(LIVE_MILLIS));
    }

    static CardStage still() {
        return new CardStage(CardReader.thorough(STILL_MILLIS));
    }

    @Override
    public String name() {
        return "card";
    }

    @Override
    public List<Reading> read(Luminance picture) {
        return reader.read(picture.pixels(), picture.width(), picture.height())
                .map(text -> List.of(new Reading(text, List.of(), name())))
                .orElse(List.of());
    }
}
