/// What the kiosk shows and how it is operated.
@NullMarked
package org.seatside.kiosk.ui;

import org.jspecify.annotations.NullMarked;
