package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Proven;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.SessionView;
import org.seatside.model.api.TotpEnrolment;
import org.seatside.model.api.TotpProof;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;

/// Accounts and sessions at a node, as [NodeClient#accounts] gives it. Thread-safe.
public final class AccountClient {
    private final NodeClient node;

    AccountClient(NodeClient node) {
        this.node = node;
    }

    public List<AccountView> all() throws NodeException {
        return node.read(Call.get(Paths.ACCOUNTS), new TypeReference<>() {});
    }

    public AccountView add(NewAccount account, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.ACCOUNTS, account, id), new TypeReference<>() {});
    }

    public AccountView change(AccountId account, AccountChange change, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", at(account), change, id), new TypeReference<>() {});
    }

    /// The password is good until the account's next sign-in.
    public void resetPassword(AccountId account, NewPassword password, CommandId id) throws NodeException {
        node.change("PUT", at(account) + "/password", password, id);
    }

    public void removeSecondFactor(AccountId account, CommandId id) throws NodeException {
        node.change("DELETE", at(account) + "/totp", null, id);
    }

    public void endSessions(AccountId account, CommandId id) throws NodeException {
        node.change("DELETE", at(account) + "/sessions", null, id);
    }

    /// The own password. Other sessions end, this one goes on.
    public void changePassword(PasswordChange change, CommandId id) throws NodeException {
        node.change("PUT", Paths.OWN_ACCOUNT + "/password", change, id);
    }

    /// Proves that it is still the session's person, see [NodeException#proofNeeded].
    ///
    /// @throws NodeException of kind FORBIDDEN with the type `password-wrong` or `code-wrong`, which counts as a
    ///     failed attempt to sign in
    public Proven prove(NewProof proof, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.OWN_ACCOUNT + "/proof", proof, id), new TypeReference<>() {});
    }

    /// A secret for an authenticator; nothing changes until [#confirmSecondFactor].
    ///
    /// @param id goes into the [TotpProof]
    public TotpEnrolment enrolSecondFactor(CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.OWN_ACCOUNT + "/totp", null, id), new TypeReference<>() {});
    }

    public RecoveryCodes confirmSecondFactor(TotpProof proof, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.OWN_ACCOUNT + "/totp", proof, id), new TypeReference<>() {});
    }

    /// @param password the own one
    public void removeOwnSecondFactor(NewPassword password, CommandId id) throws NodeException {
        node.change("POST", Paths.OWN_ACCOUNT + "/totp/removal", password, id);
    }

    public List<SessionView> sessions() throws NodeException {
        return node.read(Call.get(Paths.SESSIONS), new TypeReference<>() {});
    }

    public void endSession(UUID session, CommandId id) throws NodeException {
        node.change("DELETE", Paths.SESSIONS + "/" + session, null, id);
    }

    /// Signs out everywhere, here too.
    public void signOutEverywhere(CommandId id) throws NodeException {
        node.change("DELETE", Paths.SESSIONS, null, id);
        node.resume(null);
    }

    private static String at(AccountId account) {
        return Paths.ACCOUNTS + "/" + account;
    }
}
