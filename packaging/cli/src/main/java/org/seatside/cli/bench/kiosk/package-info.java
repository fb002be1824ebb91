/// Measures the kiosk as the launcher starts it.
@NullMarked
package org.seatside.cli.bench.kiosk;

import org.jspecify.annotations.NullMarked;
