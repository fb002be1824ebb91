/// The app of the support staff.
@NullMarked
package org.seatside.admin;

import org.jspecify.annotations.NullMarked;
