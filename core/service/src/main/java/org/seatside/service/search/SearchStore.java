package org.seatside.service.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;

/// Reads what can be found. Thread-safe; sees all that was applied before the call.
public interface SearchStore {
    SearchIndex index();

    /// By kind and name.
    ///
    /// @param kind null for all
    List<Listing> listings(@Nullable ListingKind kind);

    Optional<Listing> listing(ListingId id);
}
