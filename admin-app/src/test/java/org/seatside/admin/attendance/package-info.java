/// Sheets, records and the log without a window.
@NullMarked
package org.seatside.admin.attendance;

import org.jspecify.annotations.NullMarked;
