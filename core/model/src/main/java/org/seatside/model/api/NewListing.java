package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.directory.ListingKind;

/// A facility or a contact.
///
/// @param name 1 to 200 characters
/// @param place null for none, like those after it; at most 500 characters each
public record NewListing(
        @Nullable ListingKind kind,
        @Nullable String name,
        @Nullable String place,
        @Nullable String phone,
        @Nullable String detail) {}
