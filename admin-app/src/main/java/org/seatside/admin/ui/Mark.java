package org.seatside.admin.ui;

import org.kordamp.ikonli.Ikon;

/// A state as icon, word and colour role: told apart in grey, and by ear.
///
/// @param key of the word in the messages
public record Mark(Ikon icon, String key, Role role) {}
