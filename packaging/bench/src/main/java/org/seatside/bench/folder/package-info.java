/// Measures on folders of image files.
@NullMarked
package org.seatside.bench.folder;

import org.jspecify.annotations.NullMarked;
