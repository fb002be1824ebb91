package org.seatside.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Problem;

/// A call to a node that gave no result. The message is for the log; programs switch on [#kind] and [Problem#type].
public final class NodeException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What the caller can do about it.
    public enum Kind {
        /// No answer: no connection, cut off, too late. A change may have been made: send it again under the same id.
        UNREACHABLE,
        /// Not signed in, or the session ended.
        UNAUTHORIZED,
        /// Signed in, but not allowed.
        FORBIDDEN,
        /// Somebody else was first: read again, then decide.
        CONFLICT,
        NOT_FOUND,
        /// The request itself is wrong; sending it again gives the same answer.
        INVALID,
        /// The node answered, but not with something to rely on: an internal error, not ready, overloaded, or no
        /// node at all.
        NODE_FAILED
    }

    private final Kind kind;
    private final int status;
    private final transient @Nullable Problem problem;

    NodeException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = 0;
        this.problem = null;
    }

    private NodeException(Kind kind, int status, @Nullable Problem problem) {
        super(problem == null ? "HTTP status " + status : "HTTP status " + status + ", " + problem.type());
        this.kind = kind;
        this.status = status;
        this.problem = problem;
    }

    /// @param problem null where the answer was no problem document: then it came from no node of ours
    static NodeException of(int status, @Nullable Problem problem) {
        Kind kind = switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 409, 412, 428 -> Kind.CONFLICT;
            case 408, 425, 429 -> Kind.NODE_FAILED;
            default -> status / 100 == 4 ? Kind.INVALID : Kind.NODE_FAILED;
        };
        return new NodeException(problem == null ? Kind.NODE_FAILED : kind, status, problem);
    }

    /// The same failure, so that nobody takes what the node said of one request for its word on another.
    NodeException withoutProblem() {
        return problem == null ? this : new NodeException(kind, status, null);
    }

    public Kind kind() {
        return kind;
    }

    /// Whether the node wants the session's person to prove once more who they are, see [AccountClient#prove] and
    /// [NodeClient#askForProof].
    public boolean proofNeeded() {
        return problem != null && problem.type().equals(Problem.PROOF_NEEDED);
    }

    /// The HTTP status; 0 where there was no usable answer.
    public int status() {
        return status;
    }

    /// What the node said of it; empty where it said nothing that can be trusted.
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
