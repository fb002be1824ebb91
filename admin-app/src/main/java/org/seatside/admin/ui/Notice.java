package org.seatside.admin.ui;

import java.util.List;
import org.seatside.client.NodeException;
import org.seatside.fx.Messages;
import org.seatside.model.api.Problem;

/// Something to tell the person, in whichever language is shown when it is read.
public record Notice(Tone tone, String key, List<Object> arguments) {
    public enum Tone {
        DONE,
        NEWS,
        CARE,
        FAILED
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice done(String key, Object... arguments) {
        return new Notice(Tone.DONE, key, List.of(arguments));
    }

    public static Notice news(String key, Object... arguments) {
        return new Notice(Tone.NEWS, key, List.of(arguments));
    }

    public static Notice care(String key, Object... arguments) {
        return new Notice(Tone.CARE, key, List.of(arguments));
    }

    public static Notice failed(String key, Object... arguments) {
        return new Notice(Tone.FAILED, key, List.of(arguments));
    }

    /// What a failed call means to the person: what happened, what was kept, what to do.
    public static Notice of(NodeException failure) {
        if (failure.proofNeeded()) {
            return news("proof.cancelled");
        }
        return switch (failure.kind()) {
            case UNREACHABLE -> failed("failure.unreachable");
            case UNAUTHORIZED -> failed("failure.signedOut");
            case FORBIDDEN -> failed("failure.forbidden");
            case CONFLICT -> failed("failure.conflict");
            case NOT_FOUND -> failed("failure.notFound");
            case INVALID -> failed("failure.invalid");
            case NODE_FAILED ->
                failure.problem()
                        .map(Problem::incident)
                        .map(incident -> failed("failure.nodeFailedWithIncident", incident))
                        .orElseGet(() -> failed("failure.nodeFailed"));
        };
    }

    /// The code of the problem a node named; empty where it named none.
    public static String code(NodeException failure) {
        return failure.problem()
                .map(problem -> problem.type().substring(problem.type().lastIndexOf('/') + 1))
                .orElse("");
    }

    /// In words; an argument may be a notice itself.
    public String in(Messages messages) {
        return messages.now(
                key,
                arguments.stream()
                        .map(it -> it instanceof Notice notice ? notice.in(messages) : it)
                        .toArray());
    }
}
