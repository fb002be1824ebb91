/// Looking whether an audit trail is whole.
@NullMarked
package org.seatside.cli.verify;

import org.jspecify.annotations.NullMarked;
