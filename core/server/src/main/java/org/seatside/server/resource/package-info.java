/// The resources of version 1: each method turns a request into one call of a service.
@NullMarked
package org.seatside.server.resource;

import org.jspecify.annotations.NullMarked;
