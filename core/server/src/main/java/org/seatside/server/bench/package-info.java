/// What a node's requests cost without what a node does: measured beside the node, to know where time goes.
@NullMarked
package org.seatside.server.bench;

import org.jspecify.annotations.NullMarked;
