/// Files of other programs: sent, looked at as a difference, and only then applied.
@NullMarked
package org.seatside.admin.imports;

import org.jspecify.annotations.NullMarked;
