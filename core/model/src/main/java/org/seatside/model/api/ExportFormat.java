package org.seatside.model.api;

/// The files an export comes as.
public enum ExportFormat {
    /// UTF-8 with a byte order mark, CRLF, RFC 4180: what Excel in Korea reads without asking.
    CSV("csv", "text/csv"),
    /// Office Open XML, for people.
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /// Open Document, for people with LibreOffice.
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    /// One JSON object a line, instants in ISO 8601, for programs.
    JSONL("jsonl", "application/x-ndjson"),
    /// Paper to sign; of a section's sheet only.
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// Of file names, and what the parameter `format` says.
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
