/// One box over students, rooms, sections, lecturers, facilities and contacts.
@NullMarked
package org.seatside.service.search;

import org.jspecify.annotations.NullMarked;
