/// The HTTP client of a node.
@NullMarked
package org.seatside.client;

import org.jspecify.annotations.NullMarked;
