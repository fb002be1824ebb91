/// The audit trail: who did what, when, from where and why.
@NullMarked
package org.seatside.model.audit;

import org.jspecify.annotations.NullMarked;
