/// What the tests of several modules share.
@NullMarked
package org.seatside.testkit;

import org.jspecify.annotations.NullMarked;
