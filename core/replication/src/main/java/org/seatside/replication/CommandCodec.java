package org.seatside.replication;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.seatside.json.Json;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Command;

/// What stands in a log entry and in the answer to it: a byte with the version of the format, then a JSON array.
/// Nothing that was once in a log may become unreadable, so a new format gets a new first byte and the old one
/// stays readable. Thread-safe.
final class CommandCodec {
    /// Longest command, in bytes of JSON. A roster of thousands goes in as many commands.
    static final int MAX_COMMAND = 256 * 1024;

    private static final byte VERSION = 1;
    private static final TypeReference<List<Command>> COMMANDS = new TypeReference<>() {};
    private static final TypeReference<List<ApplyResult>> RESULTS = new TypeReference<>() {};

    private final Json json = new Json();

    /// One command, ready to be put among others.
    ///
    /// @throws IllegalArgumentException where it is too long
    ByteString encode(Command command) {
        byte[] bytes = json.write(command);
        if (bytes.length > MAX_COMMAND) {
            throw new IllegalArgumentException("A command of " + bytes.length + " bytes; the log takes at most "
                    + MAX_COMMAND + ": make several of it");
        }
        return ByteString.copyFrom(bytes);
    }

    ByteString entry(List<ByteString> commands) {
        ByteString.Output out = ByteString.newOutput();
        try {
            out.write(VERSION);
            char before = '[';
            for (ByteString command : commands) {
                out.write(before);
                command.writeTo(out);
                before = ',';
            }
            out.write(']');
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every write", e);
        }
        return out.toByteString();
    }

    /// @throws IOException where the entry is of another version or no commands; repeats nothing of it
    List<Command> commands(ByteString entry) throws IOException {
        return json.read(content(entry), COMMANDS);
    }

    ByteString answer(List<ApplyResult> results) {
        return ByteString.copyFrom(new byte[] {VERSION}).concat(ByteString.copyFrom(json.write(results, RESULTS)));
    }

    List<ApplyResult> results(ByteString answer) throws IOException {
        return json.read(content(answer), RESULTS);
    }

    private static byte[] content(ByteString bytes) throws IOException {
        if (bytes.isEmpty() || bytes.byteAt(0) != VERSION) {
            throw new IOException("Not an entry of version " + VERSION + ": start the newer program that wrote it");
        }
        return bytes.substring(1).toByteArray();
    }
}
