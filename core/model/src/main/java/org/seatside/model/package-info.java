/// Words of the domain that every module speaks in.
@NullMarked
package org.seatside.model;

import org.jspecify.annotations.NullMarked;
