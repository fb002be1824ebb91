/// What the counts say: how many check-ins when and where, how well codes are read, who misses classes.
@NullMarked
package org.seatside.admin.insight;

import org.jspecify.annotations.NullMarked;
