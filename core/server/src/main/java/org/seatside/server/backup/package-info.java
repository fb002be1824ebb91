/// Backups: everything a node needs, sealed, and taken back into a new folder.
@NullMarked
package org.seatside.server.backup;

import org.jspecify.annotations.NullMarked;
