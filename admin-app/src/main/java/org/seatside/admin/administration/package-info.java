/// What administrators look after: accounts, sign-in, notices, webhooks, the audit trail and the node itself.
@NullMarked
package org.seatside.admin.administration;

import org.jspecify.annotations.NullMarked;
