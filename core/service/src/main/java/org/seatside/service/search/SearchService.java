package org.seatside.service.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewListing;
import org.seatside.model.api.Role;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.id.CommandId;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Commands;
import org.seatside.service.log.DirectoryChange;

/// One box over everything, and the lists of facilities and contacts. Thread-safe.
public final class SearchService {
    private static final int MOST_HITS = 100;
    private static final int MOST_NAME = 200;
    private static final int MOST_TEXT = 500;

    /// Who may find students: only these roles look after all of them.
    private static final Set<Role> OVER_STUDENTS = Set.of(Role.ADMINISTRATOR, Role.STAFF, Role.SUPPORT_OFFICER);

    private final SearchStore store;
    private final Commands commands;

    public SearchService(SearchStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    /// @param most 100 at most
    public List<SearchHit> find(String query, Set<Role> roles, int most) {
        Set<SearchKind> kinds = EnumSet.allOf(SearchKind.class);
        if (roles.stream().noneMatch(OVER_STUDENTS::contains)) {
            kinds.remove(SearchKind.STUDENT);
        }
        return store.index().find(query, kinds, Math.min(most, MOST_HITS));
    }

    public List<Listing> listings(@Nullable ListingKind kind) {
        return store.listings(kind);
    }

    public Listing addListing(NewListing listing, String actor, CommandId command) {
        return save(new ListingId(command.value()), listing, actor, command);
    }

    /// @throws RefusedException where there is no such listing
    public Listing changeListing(ListingId id, NewListing listing, String actor, CommandId command) {
        if (store.listing(id).isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.NOT_FOUND, "not-found", "There is nothing under this address.");
        }
        return save(id, listing, actor, command);
    }

    private Listing save(ListingId id, NewListing asked, String actor, CommandId command) {
        ListingKind kind = asked.kind();
        String name = text(asked.name());
        if (kind == null || name.isEmpty() || name.length() > MOST_NAME) {
            throw invalid("A listing is a FACILITY or a CONTACT with a name of 1 to 200 characters.");
        }
        Listing listing = new Listing(id, kind, name, text(asked.place()), text(asked.phone()), text(asked.detail()));
        if (List.of(listing.place(), listing.phone(), listing.detail()).stream()
                .anyMatch(text -> text.length() > MOST_TEXT)) {
            throw invalid("Place, phone and detail have at most 500 characters each.");
        }
        commands.require(command, actor, new DirectoryChange.SaveListing(listing));
        return listing;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static RefusedException invalid(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, "listing-wrong", message);
    }

    public void removeListing(ListingId id, String actor, CommandId command) {
        commands.require(command, actor, new DirectoryChange.RemoveListing(id));
    }
}
