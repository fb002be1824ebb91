package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewListing;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingKind;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.roster.Student;

final class SearchTest {
    private static List<SearchHit> find(Api api, String query) {
        return Arrays.asList(api.get(Paths.SEARCH + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .as(SearchHit[].class));
    }

    @Test
    void staffFindStudentsRoomsAndListings(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Api admin = campus.admin();
            Student student = campus.student("20230001");
            campus.room("홍보관");
            Listing lift = admin.post(
                            Paths.LISTINGS, new NewListing(ListingKind.FACILITY, " 홍예문 승강기 ", "19호관", null, null))
                    .as(Listing.class);

            assertEquals(
                    List.of(new SearchHit(SearchKind.STUDENT, student.id().value(), "홍길동", "20230001")),
                    find(admin, "ㅎㄱㄷ"));
            assertEquals(
                    List.of("홍길동", "홍보관", "홍예문 승강기"),
                    find(admin, "홍").stream().map(SearchHit::title).toList());
            assertEquals(List.of(lift), Arrays.asList(admin.get(Paths.LISTINGS).as(Listing[].class)));

            admin.delete(Paths.LISTINGS + "/" + lift.id()).expect(204);
            assertEquals(List.of(), find(admin, "승강기"));
            assertEquals(
                    "400 listing-wrong",
                    admin.post(Paths.LISTINGS, new NewListing(ListingKind.CONTACT, "", null, null, null))
                            .refusal());
            assertEquals(
                    "404 not-found",
                    admin.put(
                                    Paths.LISTINGS + "/" + lift.id(),
                                    new NewListing(ListingKind.CONTACT, "x", null, null, null))
                            .refusal());
        }
    }
}
