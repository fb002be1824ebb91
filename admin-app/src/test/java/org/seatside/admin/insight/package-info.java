@NullMarked
package org.seatside.admin.insight;

import org.jspecify.annotations.NullMarked;
