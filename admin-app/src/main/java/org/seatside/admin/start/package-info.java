/// From opening the app to an open session: find the node, make the first administrator, sign in.
@NullMarked
package org.seatside.admin.start;

import org.jspecify.annotations.NullMarked;
