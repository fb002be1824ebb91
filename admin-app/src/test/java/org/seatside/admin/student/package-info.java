/// Students and passes without a window.
@NullMarked
package org.seatside.admin.student;

import org.jspecify.annotations.NullMarked;
