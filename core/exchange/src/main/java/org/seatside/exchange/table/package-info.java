/// Tables as CSV, Excel and JSON lines, written in constant memory.
@NullMarked
package org.seatside.exchange.table;

import org.jspecify.annotations.NullMarked;
