/// Classes that break the rules, for the tests of the rules.
@NullMarked
package org.seatside.service.broken;

import org.jspecify.annotations.NullMarked;
