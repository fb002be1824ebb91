/// Attendance: the sheet of a class, the log of check-ins, one record with all that became of it, exports.
@NullMarked
package org.seatside.admin.attendance;

import org.jspecify.annotations.NullMarked;
