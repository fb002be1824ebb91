/// Tests of the shell.
@NullMarked
package org.seatside.admin.shell;

import org.jspecify.annotations.NullMarked;
