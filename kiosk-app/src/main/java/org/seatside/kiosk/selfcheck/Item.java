package org.seatside.kiosk.selfcheck;

/// What is measured, the number it is measured against, and where that number comes from. Sources marked
/// "secondary" quote the standard; this report claims "designed against", never "certified".
enum Item {
    TARGET(1, "Every target is at least 12 mm wide and high, and 150 mm² large", "12 mm", "별표5 1.c; KS X 9211 5.6.2"),
    GAP(3, "Targets are at least 2.5 mm apart", "2.5 mm", "KS X 9211 (secondary)"),
    TEXT_HEIGHT(
            15, "Capitals are at least 12 mm high (7.25 mm on screens up to 28 cm)", "12 mm", "별표5; EN 301 549 5.1.4"),
    ENLARGED(18, "At 200 % what is to be read is twice as large", "2.0", "별표5; WCAG 1.4.4"),
    COMPLETE(18, "No text is cut, at any size", "0 cut", "WCAG 1.4.4, 1.4.10"),
    CONTRAST_TEXT(19, "Text on its background, from the drawn picture", "7:1", "별표5; WCAG 1.4.6"),
    CONTRAST_SHAPE(19, "Edges of controls, from the drawn picture", "3:1", "WCAG 1.4.11"),
    NO_GESTURE(6, "Everything is a button: one finger, no gesture, no drag", "0 others", "KS X 9211; EN 301 549 5.9"),
    WARNED(
            22,
            "Every wait is told at least 20 s before its end, and any key gives more time",
            "20 s",
            "KS X 9211 8.2.2; WCAG 2.2.1"),
    LENGTHENED(22, "Every wait can be ten times as long", "× 10", "WCAG 2.2.1"),
    SPOKEN(24, "Everything that is to be read is spoken", "all", "EN 301 549 5.1.3.1; KS X 9211"),
    REACHED(46, "The keyboard reaches every target, and leaves it again", "all", "별표5; EN 301 549 5.1.6; WCAG 2.1.1"),
    ORDER(46, "The keyboard goes in the order of reading", "in order", "WCAG 2.4.3"),
    EXPLORED(47, "Going from one to the next activates nothing", "0", "KS X 9211 7.6.6"),
    LEAVE(48, "Every state can be left, and help can be called", "all", "KS X 9211"),
    FOCUS(52, "What has the keyboard is seen", "3:1", "WCAG 2.4.7, 2.4.13");

    private final int number;
    private final String text;
    private final String limit;
    private final String source;

    Item(int number, String text, String limit, String source) {
        this.number = number;
        this.text = text;
        this.limit = limit;
        this.source = source;
    }

    /// In the list of requirements.
    int number() {
        return number;
    }

    String text() {
        return text;
    }

    String limit() {
        return limit;
    }

    String source() {
        return source;
    }
}
