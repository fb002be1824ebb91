/// Students, rooms, sections, meetings and passes.
@NullMarked
package org.seatside.service.roster;

import org.jspecify.annotations.NullMarked;
