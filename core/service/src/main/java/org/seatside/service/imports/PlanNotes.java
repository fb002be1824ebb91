package org.seatside.service.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.imports.ImportPlan;
import org.seatside.service.RefusedException;

/// What becomes of the rows of a file, for who decides about it. One thread.
final class PlanNotes {
    static final int ADDED = 0;
    static final int CHANGED = 1;
    static final int REMOVED = 2;
    static final int UNCHANGED = 3;

    private static final int SHOWN = 200;

    private final Map<String, int[]> counts = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private final List<ImportPlan.Line> shown = new ArrayList<>();
    private final List<ImportPlan.Line> refused = new ArrayList<>();

    /// Does the work for a row; what it refuses is told of the row.
    void tried(ImportRow row, Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            refuse(row.origin(), e.code(), "");
        }
    }

    void refuse(ImportRow.Origin origin, String why, String subject) {
        if (refused.size() < SHOWN) {
            refused.add(new ImportPlan.Line(origin.file(), origin.line(), why, subject));
        }
    }

    /// @param subject all that is changed about it, joined by tabs
    void count(String topic, ImportRow.Origin origin, String one, String subject, @Nullable Object old, Object next) {
        count(topic, origin, one, subject, "", old, next);
    }

    /// @param unshown what is changed besides, and means nothing to who reads the line
    void count(
            String topic,
            ImportRow.Origin origin,
            String one,
            String subject,
            String unshown,
            @Nullable Object old,
            Object next) {
        int kind = old == null ? ADDED : old.equals(next) ? UNCHANGED : CHANGED;
        note(topic, kind, origin, one + (kind == ADDED ? "-added" : "-changed"), subject, unshown);
    }

    void note(String topic, int kind, ImportRow.Origin origin, String what, String subject) {
        note(topic, kind, origin, what, subject, "");
    }

    private void note(String topic, int kind, ImportRow.Origin origin, String what, String subject, String unshown) {
        counts.computeIfAbsent(topic, _ -> new int[4])[kind]++;
        if (kind != UNCHANGED) {
            digest.update((what + "\n" + subject + "\t" + unshown + "\n").getBytes(StandardCharsets.UTF_8));
            if (shown.size() < SHOWN) {
                shown.add(new ImportPlan.Line(origin.file(), origin.line(), what, subject.replace('\t', ' ')));
            }
        }
    }

    /// Once, at the end.
    ImportPlan plan() {
        Map<String, ImportPlan.Counts> counted = new TreeMap<>();
        counts.forEach((topic, n) -> counted.put(topic, new ImportPlan.Counts(n[0], n[1], n[2], n[3])));
        return new ImportPlan(HexFormat.of().formatHex(digest.digest()), counted, shown, refused);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
