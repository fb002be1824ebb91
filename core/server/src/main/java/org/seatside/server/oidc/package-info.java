/// Signing in at the institution's own service by OpenID Connect.
@NullMarked
package org.seatside.server.oidc;

import org.jspecify.annotations.NullMarked;
