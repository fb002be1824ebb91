/// The whole of it as people use it, from the first start to the audit trail.
@NullMarked
package org.seatside.cli.walk;

import org.jspecify.annotations.NullMarked;
