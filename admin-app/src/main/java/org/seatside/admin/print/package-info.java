/// What goes on paper: passes and room codes as PDF, measured in millimetres.
@NullMarked
package org.seatside.admin.print;

import org.jspecify.annotations.NullMarked;
