/// The whole app on the headless platform.
@NullMarked
package org.seatside.admin.launch;

import org.jspecify.annotations.NullMarked;
