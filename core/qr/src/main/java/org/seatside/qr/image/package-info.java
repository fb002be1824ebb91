/// Image files into luminance, for the command line, the admin app and tests.
@NullMarked
package org.seatside.qr.image;

import org.jspecify.annotations.NullMarked;
