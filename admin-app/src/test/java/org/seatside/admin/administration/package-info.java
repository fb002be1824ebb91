@NullMarked
package org.seatside.admin.administration;

import org.jspecify.annotations.NullMarked;
