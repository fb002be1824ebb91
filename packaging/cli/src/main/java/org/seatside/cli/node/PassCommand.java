package org.seatside.cli.node;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.Page;
import org.seatside.model.api.PassCard;
import org.seatside.model.roster.Student;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Issues a pass, or revokes one.
@Command(
        name = "pass",
        mixinStandardHelpOptions = true,
        description = "Issue a pass for a student, or revoke one.",
        footer = {
            "",
            "pass --student 20251678 --until 2027-02-28     prints the text that the pass's QR code carries",
            "pass --revoke HANDLE                            refuses it from now on",
            "",
            "The staff's app prints passes on cards and labels.",
            "",
            "Exit status: 0 when done; 1 when not, with the reason; 2 for bad usage."
        })
public final class PassCommand implements Callable<Integer> {
    private static final int CANDIDATES = 50;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SignInOptions signIn;

    @Option(names = "--student", paramLabel = "NUMBER", description = "Whose.")
    private @Nullable String student;

    @Option(names = "--until", paramLabel = "DAY", description = "Last day on which it is good.")
    private @Nullable LocalDate until;

    @Option(names = "--revoke", paramLabel = "HANDLE", description = "The pass to refuse.")
    private @Nullable String handle;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public PassCommand() {}

    @Override
    public Integer call() {
        boolean issue = student != null && until != null && handle == null;
        boolean revoke = handle != null && student == null && until == null;
        if (!issue && !revoke) {
            throw new ParameterException(spec.commandLine(), "give --student and --until, or --revoke");
        }
        try (NodeClient client = signIn.open(System.getenv())) {
            if (student != null && until != null) {
                PassCard card = client.issuePass(find(client, student).id(), new NewPass(until), client.newCommand());
                spec.commandLine().getOut().println(card.text());
                spec.commandLine().getErr().println("handle " + card.pass().handle());
            } else if (handle != null) {
                client.revokePass(handle, client.newCommand());
            }
            return 0;
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            return failed(String.valueOf(ToolException.of("not done", e).getMessage()));
        }
    }

    private static Student find(NodeClient client, String number) throws NodeException, ToolException {
        Page<Student> found = client.students(number, CANDIDATES, null);
        return found.items().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new ToolException("no student has this number"));
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }
}
