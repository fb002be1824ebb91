/// The table of all lists: rows loaded as they are scrolled to, sorted, filtered, copied, remembered.
@NullMarked
package org.seatside.admin.table;

import org.jspecify.annotations.NullMarked;
