/// Webhooks: what they are told, how it is signed, and when it is tried again.
@NullMarked
package org.seatside.service.hook;

import org.jspecify.annotations.NullMarked;
