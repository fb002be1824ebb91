/// Classes that break the rules, for the tests of the rules.
@NullMarked
package org.seatside.service.broken.log;

import org.jspecify.annotations.NullMarked;
