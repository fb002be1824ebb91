/// What all screens share.
@NullMarked
package org.seatside.admin.ui;

import org.jspecify.annotations.NullMarked;
