package org.seatside.service.hook;

import java.net.URI;
import java.util.Map;

/// The way out to webhooks. Thread-safe; blocks its caller for some seconds at most.
public interface HookSender {
    /// Posts a body once.
    ///
    /// @return what came of it, expected failures included
    Answer post(URI address, Map<String, String> headers, byte[] body);

    /// Whether messages may go there as far as one can tell without calling: the scheme, and no address inside.
    boolean allows(URI address);

    /// What came back.
    sealed interface Answer {
        record Status(int code) implements Answer {}

        /// @param code constant: nobody knows what the other side made of it
        record Broken(String code) implements Answer {}

        /// It was not sent, because the address leads where messages must not go.
        record Forbidden() implements Answer {}
    }
}
