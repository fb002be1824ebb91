/// The command log over Apache Ratis.
@NullMarked
package org.seatside.replication;

import org.jspecify.annotations.NullMarked;
