package org.seatside.admin.attendance;

import java.util.List;
import org.seatside.model.api.ExportFormat;

/// What can be exported, and as what.
enum ExportWhat {
    SHEET("export.what.sheet", ""),
    CHECK_INS("export.what.checkIns", "check-ins"),
    ATTENDANCE("export.what.attendance", "attendance"),
    BY_STUDENT("export.what.byStudent", "summaries/students"),
    BY_SECTION("export.what.bySection", "summaries/sections"),
    BY_DEPARTMENT("export.what.byDepartment", "summaries/departments");

    private final String key;
    private final String path;

    ExportWhat(String key, String path) {
        this.key = key;
        this.path = path;
    }

    String key() {
        return key;
    }

    /// The usual one first.
    List<ExportFormat> formats() {
        return List.of(
                ExportFormat.XLSX,
                ExportFormat.ODS,
                ExportFormat.CSV,
                this == SHEET ? ExportFormat.PDF : ExportFormat.JSONL);
    }

    /// Whether it is of the whole campus, which is for administrators.
    boolean ofAll() {
        return this != SHEET;
    }

    /// Below the node's exports; empty for a sheet, whose path has its section in it.
    String path() {
        return path;
    }
}
