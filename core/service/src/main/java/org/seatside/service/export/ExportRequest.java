package org.seatside.service.export;

import java.util.Locale;
import org.seatside.model.api.ExportFormat;

/// How somebody wants an export, and why.
///
/// @param reason 1 to 500 characters; goes into the audit trail
/// @param actor account id of who asks
public record ExportRequest(ExportFormat format, Locale language, String reason, String actor) {}
