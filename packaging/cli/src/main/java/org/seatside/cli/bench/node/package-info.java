/// Check-ins as fast as a node takes them, beside what its request layer alone takes.
@NullMarked
package org.seatside.cli.bench.node;

import org.jspecify.annotations.NullMarked;
