/// Taking out what was recorded: which rows and columns, whatever file they end in.
@NullMarked
package org.seatside.service.export;

import org.jspecify.annotations.NullMarked;
