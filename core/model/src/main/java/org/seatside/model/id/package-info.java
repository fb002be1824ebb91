/// Identifiers, one type each, and how new ones are drawn.
@NullMarked
package org.seatside.model.id;

import org.jspecify.annotations.NullMarked;
