/// Students and their passes.
@NullMarked
package org.seatside.admin.student;

import org.jspecify.annotations.NullMarked;
