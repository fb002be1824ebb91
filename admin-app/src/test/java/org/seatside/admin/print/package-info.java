/// Proof that what is printed can be read and has its size.
@NullMarked
package org.seatside.admin.print;

import org.jspecify.annotations.NullMarked;
