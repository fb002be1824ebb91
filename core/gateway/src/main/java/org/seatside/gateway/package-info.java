/// Gateways to the institution's own attendance service.
@NullMarked
package org.seatside.gateway;

import org.jspecify.annotations.NullMarked;
