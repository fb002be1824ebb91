/// How long what is kept is kept.
@NullMarked
package org.seatside.service.retention;

import org.jspecify.annotations.NullMarked;
