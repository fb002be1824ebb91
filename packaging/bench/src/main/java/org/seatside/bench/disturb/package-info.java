/// Photographs made harder in known ways: a stand-in for photographs that nobody has tuned on.
@NullMarked
package org.seatside.bench.disturb;

import org.jspecify.annotations.NullMarked;
