/// `seatside bench`: runs measurements and prints what came out.
@NullMarked
package org.seatside.cli.bench;

import org.jspecify.annotations.NullMarked;
