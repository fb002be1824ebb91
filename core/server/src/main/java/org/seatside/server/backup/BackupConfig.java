package org.seatside.server.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When and where a node backs itself up.
///
/// @param folder on another disk, best on another machine; null for no backups
/// @param passphraseFile its first line seals the backups; at least 20 characters. Who has lost it has no
///     backups
/// @param every default a day
/// @param keep how many stay, the newest; default 14, or all where `keepFor` says when they go
/// @param keepFor how long one stays; the newest stays in any case; null for as `keep` says alone
public record BackupConfig(
        @Nullable Path folder,
        @Nullable Path passphraseFile,
        @Nullable Duration every,
        @Nullable Integer keep,
        @Nullable Duration keepFor) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public static final BackupConfig NONE = new BackupConfig(null, null, null, null, null);

    /// By number alone.
    public BackupConfig(
            @Nullable Path folder, @Nullable Path passphraseFile, @Nullable Duration every, @Nullable Integer keep) {
        this(folder, passphraseFile, every, keep, null);
    }

    @JsonCreator
    public BackupConfig {
        every = every == null ? Duration.ofDays(1) : every;
        keep = keep == null ? keepFor == null ? 14 : Integer.MAX_VALUE : keep;
        if ((folder == null) != (passphraseFile == null)) {
            throw new IllegalArgumentException("backup.folder and backup.passphraseFile go together");
        }
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("backup.every is a minute or more, such as 24h");
        }
        if (keepFor != null && keepFor.compareTo(every) < 0) {
            throw new IllegalArgumentException("backup.keepFor is no less than backup.every, such as 90d");
        }
        if (keep < 1) {
            throw new IllegalArgumentException("backup.keep is 1 or more");
        }
    }
}
