/// Facilities and contacts of the campus, and finding anything by a few letters.
@NullMarked
package org.seatside.model.directory;

import org.jspecify.annotations.NullMarked;
