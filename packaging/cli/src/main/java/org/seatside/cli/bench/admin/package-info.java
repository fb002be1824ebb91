/// Measures the staff's app on a campus with 20,000 students and millions of check-ins.
@NullMarked
package org.seatside.cli.bench.admin;

import org.jspecify.annotations.NullMarked;
