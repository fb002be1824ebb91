/// Classes that break the rules, for the tests of the rules.
@NullMarked
package org.seatside.server.broken;

import org.jspecify.annotations.NullMarked;
