package org.seatside.server;

/// What a node tells other programs by itself. Where a component is null when it is made, its default stands.
///
/// @param lms default none
/// @param report default none
public record Connectors(LmsConfig lms, ReportConfig report) {
    static final Connectors NONE = new Connectors(LmsConfig.NONE, ReportConfig.NONE);

    public Connectors {
        lms = lms == null ? LmsConfig.NONE : lms;
        report = report == null ? ReportConfig.NONE : report;
    }
}
