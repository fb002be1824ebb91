package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.NewKioskAction;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.id.KioskId;

/// What staff ask kiosks to do now, as [NodeClient#kioskActions] gives it. Thread-safe.
public final class KioskActionCalls {
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration FETCH_WITHIN = Duration.ofSeconds(10);

    private final NodeClient node;

    KioskActionCalls(NodeClient node) {
        this.node = node;
    }

    /// Asks a kiosk; that it was asked goes into the audit trail.
    ///
    /// @throws NodeException of kind CONFLICT while it was asked for the same and has not answered
    public KioskAction ask(KioskId kiosk, KioskAction.Kind kind, CommandId id) throws NodeException {
        return node.read(Call.change("POST", at(kiosk), new NewKioskAction(kind), id), new TypeReference<>() {});
    }

    /// How far it is.
    ///
    /// @throws NodeException of kind NOT_FOUND two minutes after it was over
    public KioskAction action(KioskId kiosk, KioskActionId action) throws NodeException {
        return node.read(Call.get(at(kiosk) + "/" + action), new TypeReference<>() {});
    }

    /// Waits until it is over, two minutes at the longest: a kiosk that does not answer ends as EXPIRED.
    public KioskAction await(KioskAction asked) throws NodeException, InterruptedException {
        KioskAction now = asked;
        while (!now.state().isOver()) {
            Thread.sleep(LOOK_EVERY);
            now = action(asked.kiosk(), asked.id());
        }
        return now;
    }

    /// What the kiosk answered, where [KioskAction#answerBytes] says that something waits: JPEG, JSON or HTML in
    /// UTF-8, by its kind. Given once, and only to who asked; a page is not to be trusted more than any other.
    ///
    /// @throws NodeException of kind NOT_FOUND where it was fetched before or is too old
    public byte[] fetch(KioskAction done) throws NodeException {
        Call call = new Call("POST", at(done.kiosk()) + "/" + done.id() + "/answer", null, Map.of(), FETCH_WITHIN);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            node.copy(call, "application/octet-stream", answer);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes what is written to it", e);
        }
        return answer.toByteArray();
    }

    private static String at(KioskId kiosk) {
        return Paths.KIOSKS + "/" + kiosk + "/actions";
    }
}
