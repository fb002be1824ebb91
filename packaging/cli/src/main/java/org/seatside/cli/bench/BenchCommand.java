package org.seatside.cli.bench;

import org.seatside.cli.bench.admin.BenchAdminCommand;
import org.seatside.cli.bench.export.BenchExportCommand;
import org.seatside.cli.bench.kiosk.BenchKioskCommand;
import picocli.CommandLine.Command;

/// The parent of all measurements; each is a subcommand.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            BenchScanCommand.class,
            BenchNodeCommand.class,
            BenchReplicaCommand.class,
            BenchKioskCommand.class,
            BenchExportCommand.class,
            BenchStoreCommand.class,
            BenchSearchCommand.class,
            BenchAdminCommand.class
        })
public final class BenchCommand {}
