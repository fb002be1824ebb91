package org.seatside.admin.ui;

import org.kordamp.ikonli.Ikon;

/// Something that can be begun from the command palette.
///
/// @param key of its words in the messages
/// @param run what it does, on the JavaFX thread, once its page is shown
public record PageAction(String key, Ikon icon, Runnable run) {}
