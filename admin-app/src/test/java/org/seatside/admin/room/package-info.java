/// This screen without a window.
@NullMarked
package org.seatside.admin.room;

import org.jspecify.annotations.NullMarked;
