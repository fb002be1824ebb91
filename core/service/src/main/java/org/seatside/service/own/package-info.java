/// What people see of their own: students their attendance, lecturers their classes.
@NullMarked
package org.seatside.service.own;

import org.jspecify.annotations.NullMarked;
