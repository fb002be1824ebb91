package org.seatside.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.seatside.cli.bench.BenchCommand;
import org.seatside.cli.demo.DemoCommand;
import org.seatside.cli.node.BackupCommand;
import org.seatside.cli.node.ClusterCommand;
import org.seatside.cli.node.ExportCommand;
import org.seatside.cli.node.ImportCommand;
import org.seatside.cli.node.PairCommand;
import org.seatside.cli.node.PassCommand;
import org.seatside.cli.node.RestoreCommand;
import org.seatside.cli.scan.ScanCommand;
import org.seatside.cli.text.Escapes;
import org.seatside.cli.verify.VerifyCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// The program behind `seatside COMMAND` for everything that is not the node, the kiosk or the admin app.
///
/// Exit status: 0 for success, 2 for bad usage with one line saying what and how to mend it, anything else as
/// the command's `--help` says. What is answered goes to standard output in UTF-8, everything else to standard
/// error.
@Command(
        name = "seatside",
        mixinStandardHelpOptions = true,
        version = "Seatside 0.1.0",
        description = "Attendance from an accessible seat.",
        synopsisSubcommandLabel = "COMMAND")
public final class SeatsideCli {
    private static final Logger LOG = LoggerFactory.getLogger(SeatsideCli.class);
    private static final int DEFECT = 70;

    private SeatsideCli() {}

    /// The commands there are; a new one is one line here.
    private static List<Object> commands() {
        return List.of(
                new DemoCommand(),
                new ScanCommand(),
                new BenchCommand(),
                new ExportCommand(),
                new ImportCommand(),
                new BackupCommand(),
                new ClusterCommand(),
                new RestoreCommand(),
                new PassCommand(),
                new PairCommand(),
                new VerifyCommand());
    }

    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        System.exit(run(out, err, arguments));
    }

    /// Runs one command.
    ///
    /// @return the exit status
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new SeatsideCli());
        commands().forEach(commandLine::addSubcommand);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setParameterExceptionHandler(badUsage(err));
        commandLine.setExecutionExceptionHandler((defect, command, parsed) -> {
            String id = UUID.randomUUID().toString();
            LOG.error("{} failed, id {}", command.getCommandName(), id, defect);
            err.println("seatside: something went wrong inside; report it with the id " + id);
            return DEFECT;
        });
        int status = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    private static IParameterExceptionHandler badUsage(PrintWriter err) {
        return (ParameterException bad, String[] arguments) -> {
            String command = bad.getCommandLine().getCommandSpec().qualifiedName();
            err.println("seatside: " + Escapes.terminal(String.valueOf(bad.getMessage())) + "; see '" + command
                    + " --help'");
            return CommandLine.ExitCode.USAGE;
        };
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
