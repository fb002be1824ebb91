/// One Jackson mapper for wire, log and configuration.
@NullMarked
package org.seatside.json;

import org.jspecify.annotations.NullMarked;
