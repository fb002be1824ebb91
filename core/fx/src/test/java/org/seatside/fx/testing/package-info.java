/// What tests of screens share: a toolkit without a display, a runner without threads, pictures of scenes.
@NullMarked
package org.seatside.fx.testing;

import org.jspecify.annotations.NullMarked;
