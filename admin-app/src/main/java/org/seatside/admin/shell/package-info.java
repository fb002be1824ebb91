/// The frame around all screens: navigation, account, display.
@NullMarked
package org.seatside.admin.shell;

import org.jspecify.annotations.NullMarked;
