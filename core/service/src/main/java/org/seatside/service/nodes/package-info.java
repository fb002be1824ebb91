/// The nodes of a campus, as they tell each other.
@NullMarked
package org.seatside.service.nodes;

import org.jspecify.annotations.NullMarked;
