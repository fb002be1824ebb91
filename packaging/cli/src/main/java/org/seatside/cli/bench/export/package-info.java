/// Measures exports on a view of as many rows as a campus gathers.
@NullMarked
package org.seatside.cli.bench.export;

import org.jspecify.annotations.NullMarked;
