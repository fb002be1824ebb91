package org.seatside.admin.broken;

import org.seatside.server.broken.Port;

/// A screen that reaches into the server.
record NodeView(Port port) {}
