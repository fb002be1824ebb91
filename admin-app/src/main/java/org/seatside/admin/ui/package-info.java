/// What all screens of the admin app share: the link to the node, notices, forms, the drawer at the right.
@NullMarked
package org.seatside.admin.ui;

import org.jspecify.annotations.NullMarked;
