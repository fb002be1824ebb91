/// This screen without a window.
@NullMarked
package org.seatside.admin.start;

import org.jspecify.annotations.NullMarked;
