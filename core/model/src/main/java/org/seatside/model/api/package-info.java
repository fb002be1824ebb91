/// Requests and responses of the node's HTTP interface, version 1.
@NullMarked
package org.seatside.model.api;

import org.jspecify.annotations.NullMarked;
