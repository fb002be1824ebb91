/// Entries that staff keep: a list of them, a form for one, and what depends on one before it goes.
@NullMarked
package org.seatside.admin.entry;

import org.jspecify.annotations.NullMarked;
