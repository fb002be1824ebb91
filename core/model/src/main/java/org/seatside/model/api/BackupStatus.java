package org.seatside.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The backups of a node and what was done about them last.
///
/// @param configured whether the node's configuration names a folder and a passphrase for them
/// @param everyHours how often one is made by itself; 0 where nothing is configured
/// @param keep how many stay; 0 where nothing is configured
/// @param files the newest first
/// @param work begun last since the node started; null for none
public record BackupStatus(
        boolean configured,
        long everyHours,
        int keep,
        List<File> files,
        @Nullable Work work) {
    public BackupStatus {
        files = List.copyOf(files);
    }

    /// One backup, as its name says when it was made.
    public record File(String name, Instant madeAt, long bytes) {}

    /// A backup or a drill, which restores one beside and compares.
    ///
    /// @param file which backup the drill is of; null for a backup being made
    /// @param endedAt null while it goes on
    /// @param failure what went wrong, in the node's words; null for nothing
    public record Work(
            Kind kind,
            @Nullable String file,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {}

    /// What is done.
    public enum Kind {
        BACKUP,
        DRILL
    }
}
