/// Where the kiosk is put together and started.
@NullMarked
package org.seatside.kiosk.launch;

import org.jspecify.annotations.NullMarked;
