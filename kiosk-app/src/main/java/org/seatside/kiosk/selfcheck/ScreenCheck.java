package org.seatside.kiosk.selfcheck;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.seatside.kiosk.ui.Rehearsal;
import org.seatside.kiosk.ui.ScreenScale;

/// Measures one screen, page by page. On the JavaFX thread, with the scene on a window.
final class ScreenCheck {
    private static final double TARGET = 12;
    private static final double AREA = 150;
    private static final double GAP = 2.5;
    private static final double TEXT = 7;
    private static final double SHAPE = 3;
    private static final double WARNED = 20;
    private static final double LONGEST = 10;
    /// What rounding to whole pixels takes.
    private static final double TOLERANCE = 0.985;

    private final Rehearsal.Screen screen;
    private final String name;
    private final Rehearsal.Screen slow;
    private final ScreenScale size;
    private final double textScale;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /// @param slow the same screen for somebody who was given ten times the usual time
    ScreenCheck(Rehearsal.Screen screen, Rehearsal.Screen slow, String name, ScreenScale size, double textScale) {
        this.screen = screen;
        this.slow = slow;
        this.name = name;
        this.size = size;
        this.textScale = textScale;
    }

    /// @return a picture of the first page
    BufferedImage run(List<Finding> into) {
        Drawn first = Drawn.of(screen.scene());
        int page = 1;
        Drawn drawn = first;
        do {
            measure(drawn, page == 1 ? name : name + ", page " + page);
            page++;
            if (!screen.turn()) {
                break;
            }
            drawn = Drawn.of(screen.scene());
        } while (page < 40);
        speech();
        keyboard();
        waits();
        into.addAll(findings);
        return first.picture();
    }

    private void add(Item item, String where, String what, String value, double worst, boolean passed) {
        findings.add(new Finding(item, where, what, value, worst, passed));
    }

    private void measure(Drawn drawn, String where) {
        double mm = size.pixelsPerMillimetre(
                screen.scene().getWidth(), screen.scene().getHeight());
        for (Button target : drawn.targets()) {
            Bounds bounds = Drawn.bounds(target);
            double least = Math.min(bounds.getWidth(), bounds.getHeight()) / mm;
            double area = bounds.getWidth() * bounds.getHeight() / mm / mm;
            add(
                    Item.TARGET,
                    where,
                    target.getText(),
                    "%.1f mm, %.0f mm²".formatted(least, area),
                    least,
                    least >= TARGET && area >= AREA);
        }
        gaps(drawn, where, mm);
        for (Labeled labeled : drawn.texts()) {
            if (!labeled.getText().isBlank()) {
                text(drawn, labeled, where, mm);
            }
        }
        add(
                Item.NO_GESTURE,
                where,
                "controls that are no buttons",
                drawn.others().size() + " others",
                -drawn.others().size(),
                drawn.others().isEmpty());
    }

    private void gaps(Drawn drawn, String where, double mm) {
        for (int i = 0; i < drawn.targets().size(); i++) {
            for (int j = i + 1; j < drawn.targets().size(); j++) {
                Bounds one = Drawn.bounds(drawn.targets().get(i));
                Bounds other = Drawn.bounds(drawn.targets().get(j));
                double across = Math.max(one.getMinX(), other.getMinX()) - Math.min(one.getMaxX(), other.getMaxX());
                double down = Math.max(one.getMinY(), other.getMinY()) - Math.min(one.getMaxY(), other.getMaxY());
                double gap = Math.max(across, down) / mm;
                add(
                        Item.GAP,
                        where,
                        drawn.targets().get(i).getText() + " and "
                                + drawn.targets().get(j).getText(),
                        "%.1f mm".formatted(gap),
                        gap,
                        gap >= GAP);
            }
        }
    }

    private void text(Drawn drawn, Labeled labeled, String where, double mm) {
        double capital = labeled.getFont().getSize() * size.capitalPerEm() / mm;
        double least = size.leastCapital();
        add(
                Item.TEXT_HEIGHT,
                where,
                labeled.getText(),
                "%.1f mm".formatted(capital),
                capital / least,
                capital >= least * TOLERANCE);
        boolean read = labeled.getStyleClass().contains("sentence");
        if (read && textScale > 1) {
            add(
                    Item.ENLARGED,
                    where,
                    labeled.getText(),
                    "× %.2f".formatted(capital / least),
                    capital / least,
                    capital >= least * textScale * TOLERANCE);
        }
        boolean cut = Drawn.isCut(labeled);
        add(Item.COMPLETE, where, labeled.getText(), cut ? "cut" : "whole", cut ? 0 : 1, !cut);
        double contrast = Contrast.within(drawn.picture(), Drawn.bounds(Drawn.ink(labeled)));
        add(Item.CONTRAST_TEXT, where, labeled.getText(), "%.1f:1".formatted(contrast), contrast, contrast >= TEXT);
        if (labeled instanceof Button button) {
            double edge = Contrast.within(drawn.picture(), edge(Drawn.bounds(button)));
            add(Item.CONTRAST_SHAPE, where, labeled.getText(), "%.1f:1".formatted(edge), edge, edge >= SHAPE);
        }
        if (labeled.getStyleClass().contains("sentence")
                || labeled.getStyleClass().contains("outcome-word")) {
            seen.add(labeled.getText());
        }
    }

    /// A band across the left edge, from outside to inside.
    private static Bounds edge(Bounds bounds) {
        return new javafx.geometry.BoundingBox(bounds.getMinX() - 6, bounds.getCenterY() - 6, 14, 12);
    }

    private void speech() {
        String said = squeezed(String.join(" ", screen.spoken()));
        boolean anything = !said.isBlank();
        add(Item.SPOKEN, name, "anything", anything ? "spoken" : "silent", anything ? 1 : 0, anything);
        for (String text : seen) {
            boolean spoken = said.contains(squeezed(text));
            add(Item.SPOKEN, name, text, spoken ? "spoken" : "not spoken", spoken ? 1 : 0, spoken);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s·,…]", "");
    }

    private void keyboard() {
        Scene scene = screen.scene();
        List<Button> targets = Drawn.of(scene).targets();
        if (targets.isEmpty()) {
            return;
        }
        List<Node> visited = new ArrayList<>();
        for (int i = 0; i < 2 * targets.size() + 2; i++) {
            tab(scene);
            visited.add(scene.getFocusOwner());
        }
        Set<Node> reached = visited.stream().collect(Collectors.toSet());
        for (Button target : targets) {
            boolean there = reached.contains(target);
            add(Item.REACHED, name, target.getText(), there ? "reached" : "not reached", there ? 1 : 0, there);
        }
        // By the lower edge: what stands beside several rows is read after the last of them.
        List<Button> inOrder = targets.stream()
                .sorted(Comparator.<Button>comparingDouble(
                                button -> Math.rint(Drawn.bounds(button).getMaxY() / 8))
                        .thenComparingDouble(button -> Drawn.bounds(button).getMinX()))
                .toList();
        int start = visited.indexOf(inOrder.getFirst());
        boolean ordered = start >= 0
                && start + inOrder.size() <= visited.size()
                && visited.subList(start, start + inOrder.size()).equals(inOrder);
        add(Item.ORDER, name, "order of the keyboard", ordered ? "in order" : "not in order", ordered ? 1 : 0, ordered);
        boolean same = Drawn.of(scene).targets().equals(targets);
        add(
                Item.EXPLORED,
                name,
                "going through all",
                same ? "nothing activated" : "something changed",
                same ? 1 : 0,
                same);
        scene.getRoot().requestFocus();
        focusSeen(scene, targets.getFirst());
        leave(targets);
    }

    private void focusSeen(Scene scene, Button target) {
        Bounds ring = Drawn.bounds(target);
        BufferedImage without = Drawn.of(scene).picture();
        target.requestFocus();
        BufferedImage with = Drawn.of(scene).picture();
        double best = 1;
        for (int x = (int) Math.max(0, ring.getMinX() - 10); x < Math.min(with.getWidth(), ring.getMaxX() + 10); x++) {
            int y = (int) ring.getCenterY();
            best = Math.max(best, Contrast.ratio(without.getRGB(x, y) & 0xffffff, with.getRGB(x, y) & 0xffffff));
        }
        add(Item.FOCUS, name, target.getText(), "%.1f:1".formatted(best), best, best >= SHAPE);
    }

    private void leave(List<Button> targets) {
        Set<String> ids = targets.stream().map(Node::getId).collect(Collectors.toSet());
        boolean help = ids.contains("action-help");
        boolean staff = name.contains("staff-");
        boolean resting = name.contains("idle") || name.contains("camera") || name.contains("out-of-order");
        // These end by themselves within ten seconds.
        boolean passing = name.endsWith("starting") || name.endsWith("reading") || name.endsWith("checking");
        boolean left = resting || ids.contains("action-cancel");
        boolean passed = passing || (left && (help || staff));
        add(Item.LEAVE, name, "help and the way back", passed ? "there" : "missing", passed ? 1 : 0, passed);
    }

    private static void tab(Scene scene) {
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.TAB, false, false, false, false));
    }

    private void waits() {
        screen.waits().ifPresent(usual -> {
            int told = screen.secondsTold();
            boolean more = screen.moreTimeAtAnyKey();
            add(
                    Item.WARNED,
                    name,
                    "wait of " + usual.toSeconds() + " s",
                    told + " s before" + (more ? ", any key gives more time" : ", no more time"),
                    told,
                    told >= WARNED && more);
            int slowly = slow.secondsTold();
            Duration longest = slow.waited().plusSeconds(slowly);
            double times = (double) longest.toSeconds() / usual.toSeconds();
            add(
                    Item.LENGTHENED,
                    name,
                    "wait of " + usual.toSeconds() + " s",
                    "up to " + longest.toSeconds() + " s",
                    times,
                    times >= LONGEST);
        });
    }
}
