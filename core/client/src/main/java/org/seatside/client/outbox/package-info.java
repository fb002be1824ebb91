/// The kiosk's durable journal of check-ins: what was appended stays until a node has acknowledged it, and 30 days
/// more.
@NullMarked
package org.seatside.client.outbox;

import org.jspecify.annotations.NullMarked;
