package org.seatside.service.lms;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A course of the learning management system that takes a section's attendance.
///
/// @param section code of the section
/// @param lineItem where its scores go (LTI Assignment and Grade Services 2.0)
/// @param memberships who its users are, by student number (LTI Names and Role Provisioning Services 2.0); null where
///     they are called by their student numbers
public record LmsCourse(
        String section, URI lineItem, @Nullable URI memberships) {}
