package org.seatside.service.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;

class SearchIndexTest {
    private static final Set<SearchKind> ALL = EnumSet.allOf(SearchKind.class);
    private static final List<SearchKind> OTHERS = List.copyOf(EnumSet.complementOf(EnumSet.of(SearchKind.STUDENT)));
    private static final long MOST_MILLIS = 30;

    private final SearchIndex index = new SearchIndex(List.of(
            entry(SearchKind.STUDENT, "홍길동", "20231234"),
            entry(SearchKind.STUDENT, "김길수", "20235678"),
            entry(SearchKind.STUDENT, "Marie Dupont", "20241111"),
            entry(SearchKind.ROOM, "19C4", "19호관 4층"),
            entry(SearchKind.SECTION, "자료구조 01분반", "CS2001-01"),
            entry(SearchKind.LECTURER, "홍교수", "P-100"),
            entry(SearchKind.FACILITY, "엘리베이터 2호기", "19호관"),
            entry(SearchKind.CONTACT, "장애학생지원센터", "053-850-0000")));

    private static SearchEntry entry(SearchKind kind, String title, String detail) {
        return SearchEntry.of(
                kind, UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)), title, detail, List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    홍길동       | 홍길동
                    길           | 김길수,홍길동
                    ㅎㄱㄷ       | 홍길동
                    ㄱㄱㅅ       | 김길수
                    홍ㄱ         | 홍길동,홍교수
                    홍기         | 홍길동
                    홍길도       | 홍길동
                    호           | 홍길동,홍교수,19C4,엘리베이터 2호기
                    20231234     | 홍길동
                    2023         | 김길수,홍길동
                    1234 홍      | 홍길동
                    길동 길수    | ''
                    marie        | Marie Dupont
                    ＭＡＲＩＥ   | Marie Dupont
                    dup          | Marie Dupont
                    ㅈㄹㄱㅈ     | 자료구조 01분반
                    cs2001       | 자료구조 01분반
                    ㅇㄹㅂㅇㅌ   | 엘리베이터 2호기
                    ㅈㅇㅎㅅㅈㅇ | 장애학생지원센터
                    850-0000     | 장애학생지원센터
                    ㄱㄲ         | ''
                    """)
    void findsBySyllableInitialConsonantAndPart(String query, String titles) {
        List<String> found =
                index.find(query, ALL, 20).stream().map(SearchHit::title).toList();

        assertEquals(titles.isEmpty() ? List.of() : Arrays.asList(titles.split(",", -1)), found);
    }

    @Test
    void composedAndDecomposedKoreanAreTheSame() {
        String decomposed = java.text.Normalizer.normalize("홍길동", java.text.Normalizer.Form.NFD);

        assertEquals(1, index.find(decomposed, ALL, 20).size());
    }

    @Test
    void leavesOutKindsThatAreNotAskedForAndWhatIsTooMuch() {
        assertEquals(
                List.of("홍교수"),
                index.find("홍", EnumSet.complementOf(EnumSet.of(SearchKind.STUDENT)), 20).stream()
                        .map(SearchHit::title)
                        .toList());
        assertEquals(1, index.find("홍", ALL, 1).size());
        assertEquals(List.of(), index.find("  ", ALL, 20));
    }

    @Test
    void looksThroughACampusInTime(TestReporter reporter) {
        Random random = new Random(20_260_302);
        List<SearchEntry> entries = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            SearchKind kind = i < 20_000 ? SearchKind.STUDENT : OTHERS.get(i % OTHERS.size());
            entries.add(SearchEntry.of(
                    kind, new UUID(1, i), name(random), "2023" + (10_000 + i), List.of("name " + i, "19호관 " + i)));
        }
        SearchIndex campus = new SearchIndex(entries);
        List<String> queries = List.of("ㄱ", "김", "ㄱㅅㄷ", "2023", "name 199", "19호관 1", "zzz", "ㅎㄱㄷ 20");

        for (String query : queries) {
            double least = Double.MAX_VALUE;
            for (int time = 0; time < 12; time++) {
                long begun = System.nanoTime();
                campus.find(query, ALL, 20);
                least = Math.min(least, (System.nanoTime() - begun) / 1e6);
            }
            reporter.publishEntry(query, "%.1f ms".formatted(least));
            assertTrue(least <= MOST_MILLIS, query + " took " + least + " ms");
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append((char) (0xac00 + random.nextInt(0xd7a4 - 0xac00)));
        }
        return name.toString();
    }
}
