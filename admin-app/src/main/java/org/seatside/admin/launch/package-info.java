/// Starts the admin app: configuration, the node inside it, the wiring of all screens.
@NullMarked
package org.seatside.admin.launch;

import org.jspecify.annotations.NullMarked;
