package org.seatside.kiosk.selfcheck;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// The report of a self-check as one HTML file that stands for itself: each requirement with its number, the
/// worst that was measured and where, every failure, and a picture of every screen.
public final class Report {
    private static final int PICTURE_WIDTH = 320;
    private static final int MOST_FAILURES = 20;

    /// What no program can measure: for whoever sets the kiosk up.
    private static final List<String> BY_HAND = List.of(
            "5 · Force of keys at most 22.2 N, no grasp, pinch or twist (KS X 9211; EN 301 549 5.5.1)",
            "8-10 · Controls 400 to 1,220 mm above the floor, within reach (별표5; EN 301 549 8.3)",
            "11, 12 · Information at most 1,400 mm high, readable from 1,015 mm (별표5; EN 301 549 8.3.4)",
            "13, 14 · Floor 760 × 1,220 mm, knees and toes fit below (EN 301 549 8.3.2)",
            "25 · Headphones plug in without sight and mute the speaker (EN 301 549 5.1.3.2)",
            "32 · The speaker reaches 65 dBA (EN 301 549 5.1.3.12)",
            "42, 44, 45 · Keys can be felt, the 5 and the key for speech are marked (EN 301 549 5.5.2, 8.4.1, 8.5)",
            "54 · The place for a card or phone stands out by 20 mm (별표5, secondary)");

    private Report() {}

    /// Writes the report; folders are made where missing.
    ///
    /// @throws IOException where it cannot be written
    public static void write(SelfCheck.Result result, Instant at, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, html(result, at), StandardCharsets.UTF_8);
    }

    private static String html(SelfCheck.Result result, Instant at) throws IOException {
        StringBuilder html = new StringBuilder();
        html.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Accessibility of this kiosk, measured</title>
                <style>
                body { font: 16px/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
                    color: #16181d; background: #fff; }
                table { border-collapse: collapse; width: 100%; }
                th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #6b7280; }
                .pass { color: #0b5a2f; font-weight: bold; }
                .fail { color: #991414; font-weight: bold; }
                figure { display: inline-block; margin: .5rem; width: 320px; }
                figcaption { overflow-wrap: anywhere; }
                </style>
                </head>
                <body>
                """);
        long failed = result.findings().stream().filter(each -> !each.passed()).count();
        html.append("<h1>Accessibility of this kiosk, measured</h1>\n");
        html.append("<p>").append(escaped(summary(result, at))).append("</p>\n");
        html.append(failed == 0 ? "<p class=\"pass\">Passed: " : "<p class=\"fail\">Failed: ")
                .append(result.findings().size() - failed)
                .append(" of ")
                .append(result.findings().size())
                .append(" measurements keep their number.</p>\n");
        items(result, html);
        html.append("<h2>To be looked at by hand</h2>\n<ul>\n");
        BY_HAND.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>\n"));
        html.append("</ul>\n<p>Designed against these numbers; this is no certificate.</p>\n<h2>Screens</h2>\n");
        for (SelfCheck.Shot shot : result.shots()) {
            html.append("<figure><img alt=\"\" width=\"320\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(small(shot.picture())))
                    .append("\"><figcaption>")
                    .append(escaped(shot.name()))
                    .append("</figcaption></figure>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static String summary(SelfCheck.Result result, Instant at) {
        String time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(at.atZone(ZoneId.systemDefault()));
        return "%s, screen of %.1f inches with %.0f × %.0f pixels, Korean and English, 100 %% and 200 %%."
                .formatted(time, result.scale().diagonalMillimetres() / 25.4, result.width(), result.height());
    }

    private static void items(SelfCheck.Result result, StringBuilder html) {
        html.append("""
                <h2>Item by item</h2>
                <table>
                <tr><th>No.</th><th>Requirement</th><th>Number</th><th>Source</th><th>Measured</th><th>Worst</th>
                <th>Result</th></tr>
                """);
        for (Item item : Item.values()) {
            List<Finding> all = result.findings().stream()
                    .filter(finding -> finding.item() == item)
                    .sorted(Comparator.comparing(Finding::passed).thenComparingDouble(Finding::worst))
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            List<Finding> failures = all.stream().filter(each -> !each.passed()).toList();
            Finding worst = all.getFirst();
            html.append("<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td>"
                    .formatted(
                            item.number(),
                            escaped(item.text()),
                            escaped(item.limit()),
                            escaped(item.source()),
                            all.size(),
                            escaped(worst.value() + " (" + worst.what() + "; " + worst.screen() + ")")));
            html.append(failures.isEmpty() ? "<td class=\"pass\">passed</td>" : "<td class=\"fail\">failed</td>")
                    .append("</tr>\n");
            failures.stream()
                    .limit(MOST_FAILURES)
                    .forEach(failure -> html.append("<tr><td></td><td colspan=\"6\" class=\"fail\">")
                            .append(escaped(failure.screen() + ": " + failure.what() + " is " + failure.value()))
                            .append("</td></tr>\n"));
        }
        html.append("</table>\n");
    }

    private static byte[] small(BufferedImage picture) throws IOException {
        int height = Math.max(1, picture.getHeight() * PICTURE_WIDTH / picture.getWidth());
        BufferedImage small = new BufferedImage(PICTURE_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, PICTURE_WIDTH, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", " ");
    }
}
