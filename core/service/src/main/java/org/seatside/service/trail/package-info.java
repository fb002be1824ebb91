/// The chain that holds the audit trail together, and the look at whether it does.
@NullMarked
package org.seatside.service.trail;

import org.jspecify.annotations.NullMarked;
