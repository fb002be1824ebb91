/// Keeping and reading the audit trail.
@NullMarked
package org.seatside.service.audit;

import org.jspecify.annotations.NullMarked;
