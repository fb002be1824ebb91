package org.seatside.service.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.model.api.Role;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;
import org.seatside.model.directory.SearchKind;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;

class SearchServiceTest {
    private final SearchStore store = new SearchStore() {
        @Override
        public SearchIndex index() {
            return new SearchIndex(List.of(
                    SearchEntry.of(SearchKind.STUDENT, new UUID(0, 1), "홍길동", "20231234", List.of()),
                    SearchEntry.of(SearchKind.ROOM, new UUID(0, 2), "홍보관", "", List.of())));
        }

        @Override
        public List<Listing> listings(@Nullable ListingKind kind) {
            return List.of();
        }

        @Override
        public Optional<Listing> listing(ListingId id) {
            return Optional.empty();
        }
    };

    private static final CommandLog LOG = new CommandLog() {
        @Override
        public CompletableFuture<Applied> append(Command command) {
            throw new AssertionError("a search changes nothing");
        }

        @Override
        public Readiness readiness() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void close() {}
    };

    private final SearchService search = new SearchService(store, new Commands(LOG, InstantSource.system()));

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoLooksAfterAllStudentsFindsThem(Role role) {
        boolean students = switch (role) {
            case ADMINISTRATOR, STAFF, SUPPORT_OFFICER -> true;
            case LECTURER, AUDITOR, STUDENT -> false;
        };

        List<String> found = search.find("홍", Set.of(role), 20).stream()
                .map(SearchHit::title)
                .toList();

        assertEquals(students ? List.of("홍길동", "홍보관") : List.of("홍보관"), found);
    }
}
