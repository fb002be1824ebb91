/// What both desktop apps share: background tasks, messages, theme.
@NullMarked
package org.seatside.fx;

import org.jspecify.annotations.NullMarked;
