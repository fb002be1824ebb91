package org.seatside.fx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The family all texts are set in.
///
/// @param korean whether it has Hangul; where not, an app shows English, since Korean would be empty boxes
public record Typeface(String family, boolean korean) {
    private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
    private static final List<String> BUNDLED = List.of("Pretendard-Regular", "Pretendard-Bold");
    private static final List<String> ENDINGS = List.of(".otf", ".ttf");
    private static final List<String> KOREAN_FAMILIES = List.of(
            "Pretendard",
            "Noto Sans CJK KR",
            "Noto Sans KR",
            "Apple SD Gothic Neo",
            "Malgun Gothic",
            "NanumBarunGothic",
            "NanumGothic",
            "NanumSquare",
            "Source Han Sans KR",
            "UnDotum");

    /// Pretendard where it is on the class path under `fonts/`, else the best Korean family of the system, else the
    /// system's own family and one log line that says what to install.
    public static Typeface find() {
        List<String> families = new ArrayList<>(bundled());
        families.addAll(Font.getFamilies());
        return choose(families);
    }

    static Typeface choose(List<String> families) {
        Optional<String> korean =
                KOREAN_FAMILIES.stream().filter(families::contains).findFirst();
        if (korean.isEmpty()) {
            LOG.warn("No Korean font: texts are English. Install Noto Sans CJK (Debian: fonts-noto-cjk) or Pretendard");
        }
        return korean.map(family -> new Typeface(family, true)).orElseGet(() -> new Typeface("System", false));
    }

    private static List<String> bundled() {
        List<String> families = new ArrayList<>();
        for (String name : BUNDLED) {
            for (String ending : ENDINGS) {
                InputStream in = Typeface.class.getResourceAsStream("/fonts/" + name + ending);
                if (in != null) {
                    Optional.ofNullable(Font.loadFont(in, 16))
                            .map(Font::getFamily)
                            .ifPresent(families::add);
                }
            }
        }
        return families;
    }
}
