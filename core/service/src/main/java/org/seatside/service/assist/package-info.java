/// Notices on kiosks, calls for help from them, and what students report.
@NullMarked
package org.seatside.service.assist;

import org.jspecify.annotations.NullMarked;
