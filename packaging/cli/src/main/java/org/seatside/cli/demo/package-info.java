/// The demo: a node, a sample campus, a kiosk and the staff's app, as they run at a campus, with nothing to
/// configure.
@NullMarked
package org.seatside.cli.demo;

import org.jspecify.annotations.NullMarked;
