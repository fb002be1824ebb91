package org.seatside.kiosk.ui;

import java.util.function.Supplier;

/// Something that can be set or done, as one button.
///
/// @param id by which a test finds it
/// @param icon name in the Material Design icon set
/// @param text of this moment
record Choice(String id, String icon, Supplier<Phrase> text, Runnable action) {}
