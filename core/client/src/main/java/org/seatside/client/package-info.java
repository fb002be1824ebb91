/// How apps talk to nodes: staff by [org.seatside.client.NodeClient], kiosks by [org.seatside.client.KioskLink].
@NullMarked
package org.seatside.client;

import org.jspecify.annotations.NullMarked;
