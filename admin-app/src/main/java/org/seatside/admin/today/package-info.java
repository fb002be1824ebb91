/// Today: who checks in, which kiosks work, whether all is well.
@NullMarked
package org.seatside.admin.today;

import org.jspecify.annotations.NullMarked;
