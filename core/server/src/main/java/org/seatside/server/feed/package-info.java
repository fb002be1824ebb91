/// What was just recorded, to whoever listens.
@NullMarked
package org.seatside.server.feed;

import org.jspecify.annotations.NullMarked;
