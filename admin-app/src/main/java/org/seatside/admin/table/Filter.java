package org.seatside.admin.table;

import java.util.function.Predicate;

/// A chip above a table that leaves the rows it accepts. Of several chips of one group any may accept, of several
/// groups all must.
///
/// @param id under which it is remembered
/// @param key of its word in the messages
/// @param group chips of one question, such as a state
public record Filter<S>(String id, String key, String group, Predicate<S> accepts) {}
