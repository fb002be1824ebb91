/// Files that imports come as, read with every size bounded before anything is unpacked.
@NullMarked
package org.seatside.exchange.intake;

import org.jspecify.annotations.NullMarked;
