/// Texts from outside, made safe to print.
@NullMarked
package org.seatside.cli.text;

import org.jspecify.annotations.NullMarked;
