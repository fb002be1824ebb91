/// The node's API as an OpenAPI 3.1 document, made from the resources themselves.
@NullMarked
package org.seatside.server.openapi;

import org.jspecify.annotations.NullMarked;
