package org.seatside.service.broken.log;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// A state machine that draws ids in a lambda, reads the clock behind a port, and has a clean half.
public final class RolledDice {
    private final Shelf shelf;

    /// Over a shelf.
    public RolledDice(Shelf shelf) {
        this.shelf = shelf;
    }

    /// Applies.
    public void apply(String command) {
        Supplier<UUID> ids = () -> UUID.randomUUID();
        shelf.put(command + ids.get());
    }

    /// A port.
    public interface Shelf {
        /// Puts.
        void put(String item);
    }

    /// An adapter that is only found by following the port.
    public static final class DatedShelf implements Shelf {
        @Override
        public void put(String item) {
            note(item + Instant.now());
        }

        private static void note(String item) {
            if (item.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
        }
    }
}
