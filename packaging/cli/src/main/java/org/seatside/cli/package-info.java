/// The command line and the demo.
@NullMarked
package org.seatside.cli;

import org.jspecify.annotations.NullMarked;
