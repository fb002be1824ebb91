@NullMarked
package org.seatside.admin.kiosk;

import org.jspecify.annotations.NullMarked;
