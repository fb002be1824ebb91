/// A real node for tests of screens, so that they need no server of their own.
@NullMarked
package org.seatside.admin.launch.live;

import org.jspecify.annotations.NullMarked;
