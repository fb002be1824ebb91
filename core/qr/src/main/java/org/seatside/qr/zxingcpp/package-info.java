/// The native reader zxing-cpp, where the machine has it: found at start, called through the foreign function
/// interface.
@NullMarked
package org.seatside.qr.zxingcpp;

import org.jspecify.annotations.NullMarked;
