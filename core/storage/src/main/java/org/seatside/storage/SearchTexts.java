package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;
import org.seatside.model.directory.SearchKind;
import org.seatside.service.log.AssistChange;
import org.seatside.service.log.AuditChange;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Change;
import org.seatside.service.log.DirectoryChange;
import org.seatside.service.log.HookChange;
import org.seatside.service.log.RetentionChange;
import org.seatside.service.log.StaffChange;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.search.SearchEntry;
import org.seatside.service.search.SearchIndex;

/// What can be found, in memory. Changes only mark what they touch; the next search reads that again and
/// nothing else, so that it sees all that was applied before it and a change to one student does not cost the
/// next search 20,000 of them. Thread-safe.
final class SearchTexts {
    static final String LISTING = "select id, kind, name, place, phone, detail from listing";

    /// Where entries come from, by table.
    private enum Source {
        STUDENT("select id, number, name from student"),
        ROOM("select " + Rows.ROOM + " from room"),
        SECTION("select id, code, title, title_en from section"),
        LECTURER("select id, number, name, name_en from lecturer"),
        LISTING(SearchTexts.LISTING);

        private final String select;

        Source(String select) {
            this.select = select;
        }
    }

    private record Key(Source source, UUID id) {}

    /// What is not as the view has it.
    private static final class Stale {
        private final Set<Key> keys = new HashSet<>();
        private boolean all;
    }

    private final ReentrantLock marking = new ReentrantLock();
    private final ReentrantLock loading = new ReentrantLock();
    private final Map<Key, SearchEntry> entries = new HashMap<>();
    private Stale stale = everything();
    private SearchIndex index = new SearchIndex(List.of());

    private static Stale everything() {
        Stale stale = new Stale();
        stale.all = true;
        return stale;
    }

    /// The view is another one.
    void forget() {
        mark(null, true);
    }

    /// These were applied. Call it after they can be seen and before anybody is told of them.
    void touched(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.SaveStudent save ->
                    mark(new Key(Source.STUDENT, save.student().id().value()), false);
                case Change.SaveRoom save ->
                    mark(new Key(Source.ROOM, save.room().id().value()), false);
                case Change.SaveSection save ->
                    mark(new Key(Source.SECTION, save.section().id().value()), false);
                case TimetableChange.SaveLecturer save ->
                    mark(new Key(Source.LECTURER, save.lecturer().id().value()), false);
                case CareChange.EraseStudent erase ->
                    mark(new Key(Source.STUDENT, erase.student().value()), false);
                case DirectoryChange.SaveListing save ->
                    mark(new Key(Source.LISTING, save.listing().id().value()), false);
                case DirectoryChange.RemoveListing remove ->
                    mark(new Key(Source.LISTING, remove.listing().value()), false);
                case Change.RecordCheckIn _,
                        Change.CorrectAttendance _,
                        Change.MarkUpstream _,
                        Change.IssuePass _,
                        Change.RevokePass _,
                        Change.Enrol _,
                        Change.SaveMeeting _,
                        Change.InviteKiosk _,
                        Change.PairKiosk _,
                        Change.PlaceKiosk _,
                        Change.RevokeKiosk _,
                        Change.SaveAccount _,
                        Change.OpenSession _,
                        Change.CloseSession _,
                        StaffChange _,
                        AuditChange _,
                        CareChange _,
                        HookChange _,
                        RetentionChange _,
                        AssistChange _ -> {}
                default -> mark(null, true);
            }
        }
    }

    private void mark(@Nullable Key key, boolean all) {
        marking.lock();
        try {
            stale.all |= all;
            if (key != null) {
                stale.keys.add(key);
            }
        } finally {
            marking.unlock();
        }
    }

    private Stale taken() {
        marking.lock();
        try {
            Stale taken = stale;
            stale = new Stale();
            return taken;
        } finally {
            marking.unlock();
        }
    }

    /// All that was applied before the call.
    SearchIndex index(Reads reads) {
        loading.lock();
        try {
            Stale taken = taken();
            if (taken.all || !taken.keys.isEmpty()) {
                try {
                    reads.read(view -> {
                        refresh(taken, view);
                        return true;
                    });
                } catch (RuntimeException e) {
                    mark(null, true);
                    throw e;
                }
                index = new SearchIndex(entries.values());
            }
            return index;
        } finally {
            loading.unlock();
        }
    }

    private void refresh(Stale taken, Statements view) {
        if (taken.all) {
            entries.clear();
            for (Source source : Source.values()) {
                view.list(source.select, row -> entry(source, row))
                        .forEach(
                                entry -> entries.put(new Key(source, entry.hit().id()), entry));
            }
            return;
        }
        for (Key key : taken.keys) {
            Optional<SearchEntry> entry =
                    view.first(key.source().select + " where id = ?", row -> entry(key.source(), row), key.id());
            entry.ifPresentOrElse(found -> entries.put(key, found), () -> entries.remove(key));
        }
    }

    private static SearchEntry entry(Source source, ResultSet row) throws SQLException {
        UUID id = Rows.uuid(row, "id");
        return switch (source) {
            case STUDENT ->
                SearchEntry.of(SearchKind.STUDENT, id, Rows.text(row, "name"), Rows.text(row, "number"), List.of());
            case ROOM -> {
                String detail = (Rows.text(row, "building") + " " + Rows.text(row, "floor")).strip();
                yield SearchEntry.of(
                        SearchKind.ROOM,
                        id,
                        Rows.text(row, "name"),
                        detail,
                        Arrays.asList(row.getString("name_en"), row.getString("tag")));
            }
            case SECTION ->
                SearchEntry.of(
                        SearchKind.SECTION,
                        id,
                        Rows.text(row, "title"),
                        Rows.text(row, "code"),
                        Arrays.asList(row.getString("title_en")));
            case LECTURER -> {
                String number = row.getString("number");
                yield SearchEntry.of(
                        SearchKind.LECTURER,
                        id,
                        Rows.text(row, "name"),
                        number == null ? "" : number,
                        Arrays.asList(row.getString("name_en")));
            }
            case LISTING -> entry(listing(row));
        };
    }

    private static SearchEntry entry(Listing listing) {
        SearchKind kind = switch (listing.kind()) {
            case FACILITY -> SearchKind.FACILITY;
            case CONTACT -> SearchKind.CONTACT;
        };
        String detail = (listing.place() + " " + listing.phone()).strip();
        return SearchEntry.of(kind, listing.id().value(), listing.name(), detail, List.of(listing.detail()));
    }

    static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                new ListingId(Rows.uuid(row, "id")),
                ListingKind.valueOf(Rows.text(row, "kind")),
                Rows.text(row, "name"),
                Rows.text(row, "place"),
                Rows.text(row, "phone"),
                Rows.text(row, "detail"));
    }
}
