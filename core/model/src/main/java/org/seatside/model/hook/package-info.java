/// Webhooks: addresses elsewhere that are told of each check-in.
@NullMarked
package org.seatside.model.hook;

import org.jspecify.annotations.NullMarked;
