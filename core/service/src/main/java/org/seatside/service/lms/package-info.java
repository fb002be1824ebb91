/// Attendance on its way into a learning management system.
@NullMarked
package org.seatside.service.lms;

import org.jspecify.annotations.NullMarked;
