/// Tests of the table.
@NullMarked
package org.seatside.admin.table;

import org.jspecify.annotations.NullMarked;
