package org.seatside.model.api;

import java.util.Set;

/// What replaces an account's name, roles and state. An account that is not active has no sessions and opens
/// none.
public record AccountChange(String name, Set<Role> roles, boolean active) {}
