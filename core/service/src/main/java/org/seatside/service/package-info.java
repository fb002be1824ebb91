/// Use cases, rules and ports of attendance: what every feature of them shares.
@NullMarked
package org.seatside.service;

import org.jspecify.annotations.NullMarked;
