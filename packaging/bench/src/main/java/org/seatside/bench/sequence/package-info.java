/// Video of a hand that brings a code before the camera, holds it and takes it away; and how soon it is read.
@NullMarked
package org.seatside.bench.sequence;

import org.jspecify.annotations.NullMarked;
