package org.seatside.storage;

import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.service.log.DirectoryState;

/// Facilities and contacts on the writer's connection.
final class H2DirectoryState implements DirectoryState {
    private final Statements statements;

    H2DirectoryState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void saveListing(Listing listing) {
        removeListing(listing.id());
        statements.update(
                "insert into listing (id, kind, name, place, phone, detail) values (?, ?, ?, ?, ?, ?)",
                listing.id().value(),
                listing.kind(),
                listing.name(),
                listing.place(),
                listing.phone(),
                listing.detail());
    }

    @Override
    public void removeListing(ListingId listing) {
        statements.update("delete from listing where id = ?", listing.value());
    }
}
