/// Measures every screen of the kiosk against the numbers of the accessibility rules, and reports item by item.
@NullMarked
package org.seatside.kiosk.selfcheck;

import org.jspecify.annotations.NullMarked;
