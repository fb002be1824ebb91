/// Who and where: students, rooms, sections, meetings, kiosks, passes.
@NullMarked
package org.seatside.model.roster;

import org.jspecify.annotations.NullMarked;
