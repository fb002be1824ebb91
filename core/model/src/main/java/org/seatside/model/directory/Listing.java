package org.seatside.model.directory;

/// A facility or a contact.
///
/// @param name never blank
/// @param place where it is; blank where it has none
/// @param phone blank where it has none
/// @param detail whatever else is good to know; may be blank
public record Listing(ListingId id, ListingKind kind, String name, String place, String phone, String detail) {
    public Listing {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A listing needs a name");
        }
    }
}
