/// A node played by the tests, where a real one cannot be made to fail or to have had a busy morning.
@NullMarked
package org.seatside.admin.testing;

import org.jspecify.annotations.NullMarked;
