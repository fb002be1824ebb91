package org.seatside.service.log;

import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;

/// The writes of facilities and contacts inside the transaction of an entry.
public interface DirectoryState {
    void saveListing(Listing listing);

    void removeListing(ListingId listing);
}
