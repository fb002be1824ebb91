/// Taking in rosters and rooms from files: read, compared with what there is, and applied as a whole or not at
/// all.
@NullMarked
package org.seatside.service.imports;

import org.jspecify.annotations.NullMarked;
