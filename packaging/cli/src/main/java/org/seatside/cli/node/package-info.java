/// The tools of an administrator: what is asked of a running node.
@NullMarked
package org.seatside.cli.node;

import org.jspecify.annotations.NullMarked;
