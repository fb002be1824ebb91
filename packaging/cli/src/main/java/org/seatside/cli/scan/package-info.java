/// `seatside scan`: decodes QR codes in image files and folders.
@NullMarked
package org.seatside.cli.scan;

import org.jspecify.annotations.NullMarked;
