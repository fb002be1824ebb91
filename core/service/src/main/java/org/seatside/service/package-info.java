/// Use cases, rules and ports of attendance.
@NullMarked
package org.seatside.service;

import org.jspecify.annotations.NullMarked;
