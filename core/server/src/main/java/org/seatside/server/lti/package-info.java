/// Scores to a learning management system by LTI 1.3.
@NullMarked
package org.seatside.server.lti;

import org.jspecify.annotations.NullMarked;
