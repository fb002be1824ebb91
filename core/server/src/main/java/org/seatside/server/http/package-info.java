/// HTTP without attendance in it: Jetty, the bridge to Jersey, JSON bodies, problems and who may call what.
@NullMarked
package org.seatside.server.http;

import org.jspecify.annotations.NullMarked;
