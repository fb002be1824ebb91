package org.seatside.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;
import org.seatside.service.search.SearchIndex;
import org.seatside.service.search.SearchStore;

/// What can be found, read from the view.
final class H2SearchStore implements SearchStore {
    private final Reads reads;

    H2SearchStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public SearchIndex index() {
        return reads.searchTexts().index(reads);
    }

    @Override
    public List<Listing> listings(@Nullable ListingKind kind) {
        return reads.read(view -> kind == null
                ? view.list(SearchTexts.LISTING + " order by kind, name, id", SearchTexts::listing)
                : view.list(SearchTexts.LISTING + " where kind = ? order by name, id", SearchTexts::listing, kind));
    }

    @Override
    public Optional<Listing> listing(ListingId id) {
        return reads.read(view -> view.first(SearchTexts.LISTING + " where id = ?", SearchTexts::listing, id.value()));
    }
}
