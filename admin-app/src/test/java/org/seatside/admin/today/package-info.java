/// This screen without a window.
@NullMarked
package org.seatside.admin.today;

import org.jspecify.annotations.NullMarked;
