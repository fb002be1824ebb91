/// Pictures as a kiosk's camera would take them: cards, phones and paper held into view, drawn anew from a
/// seed.
@NullMarked
package org.seatside.sample.frames;

import org.jspecify.annotations.NullMarked;
