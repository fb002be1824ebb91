/// The port to the institution's own service and the relay that feeds it.
@NullMarked
package org.seatside.service.gateway;

import org.jspecify.annotations.NullMarked;
