/// The node: composition root and HTTP surface.
@NullMarked
package org.seatside.server;

import org.jspecify.annotations.NullMarked;
