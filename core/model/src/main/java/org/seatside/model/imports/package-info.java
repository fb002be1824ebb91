/// Files of other programs on their way in: what they would change.
@NullMarked
package org.seatside.model.imports;

import org.jspecify.annotations.NullMarked;
