package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;

/// Changes to facilities and contacts.
@JsonSubTypes({
    @JsonSubTypes.Type(value = DirectoryChange.SaveListing.class, name = "save-listing"),
    @JsonSubTypes.Type(value = DirectoryChange.RemoveListing.class, name = "remove-listing")
})
public sealed interface DirectoryChange extends Change {
    /// Adds or replaces.
    record SaveListing(Listing listing) implements DirectoryChange {}

    record RemoveListing(ListingId listing) implements DirectoryChange {}
}
