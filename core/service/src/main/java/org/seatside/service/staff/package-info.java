/// Accounts, sessions and what they may do.
@NullMarked
package org.seatside.service.staff;

import org.jspecify.annotations.NullMarked;
