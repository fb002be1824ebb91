/// Frame sources: webcams, image folders and network cameras, newest frame wins.
@NullMarked
package org.seatside.camera;

import org.jspecify.annotations.NullMarked;
