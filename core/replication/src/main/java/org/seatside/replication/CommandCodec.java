package org.seatside.replication;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ListIterator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.seatside.json.Json;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.ImportChange;

/// What stands in a log entry and in the answer to it: a byte with the version of the format, then a JSON
/// array.
/// Nothing that was once in a log may become unreadable, so a new format gets a new first byte and the old one
/// stays readable. Thread-safe.
final class CommandCodec {
    /// Longest command, in bytes of JSON. A roster of thousands goes in as many commands.
    static final int MAX_COMMAND = 256 * 1024;

    /// Longest import, in bytes of JSON with the packed changes in Base64.
    static final int MAX_IMPORT = 3 << 20;

    private static final int MAX_UNPACKED = 64 << 20;

    private static final byte VERSION = 1;
    private static final TypeReference<List<Command>> COMMANDS = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<ApplyResult>> RESULTS = new TypeReference<>() {};

    private final Json json = new Json();

    /// A command and the bytes it has in an entry.
    record Encoded(Command command, ByteString bytes) {}

    /// One command, ready to be put among others.
    ///
    /// @throws IllegalArgumentException where it is too long
    Encoded encode(Command command) {
        boolean all = command.change() instanceof ImportChange.All;
        byte[] bytes = json.write(all ? packed(command) : command);
        int most = all ? MAX_IMPORT : MAX_COMMAND;
        if (bytes.length > most) {
            throw new IllegalArgumentException(
                    "A command of " + bytes.length + " bytes; the log takes at most " + most + ": make several of it");
        }
        return new Encoded(command, UnsafeByteOperations.unsafeWrap(bytes));
    }

    /// An entry of commands. Those that come many times a second go along as they are, since reading them again
    /// costs more than writing them; all else is read from the bytes, as every other node reads it.
    Message message(List<Encoded> commands) {
        ByteString entry = entry(commands.stream().map(Encoded::bytes).toList());
        List<Command> asTheyAre = commands.stream().map(Encoded::command).toList();
        return asTheyAre.stream().allMatch(command -> command.change() instanceof Change.RecordCheckIn)
                ? new Entry(entry, asTheyAre)
                : Message.valueOf(entry);
    }

    /// The commands of an entry.
    ///
    /// @throws IOException where the entry is of another version or no commands; repeats nothing of it
    List<Command> commands(Message message) throws IOException {
        return message instanceof Entry entry ? entry.commands() : commands(message.getContent());
    }

    private static ByteString entry(List<ByteString> commands) {
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
        List<Command> commands = new ArrayList<>(json.read(content(entry), COMMANDS));
        for (ListIterator<Command> each = commands.listIterator(); each.hasNext(); ) {
            Command command = each.next();
            if (command.change() instanceof ImportChange.Packed packed) {
                each.set(with(command, unpacked(packed)));
            }
        }
        return commands;
    }

    private Command packed(Command command) {
        ImportChange.All all = (ImportChange.All) command.change();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            deflate.write(json.write(all.changes(), CHANGES));
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every write", e);
        }
        return with(
                command, new ImportChange.Packed(Base64.getEncoder().encodeToString(out.toByteArray()), all.digest()));
    }

    private ImportChange.All unpacked(ImportChange.Packed packed) throws IOException {
        byte[] deflated = Base64.getDecoder().decode(packed.changes());
        try (InflaterInputStream inflate =
                new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            byte[] changes = inflate.readNBytes(MAX_UNPACKED + 1);
            if (changes.length > MAX_UNPACKED) {
                throw new IOException("An import unpacks to more than " + MAX_UNPACKED + " bytes");
            }
            return new ImportChange.All(json.read(changes, CHANGES), packed.digest());
        }
    }

    private static Command with(Command command, Change change) {
        return new Command(command.id(), command.at(), command.actor(), command.from(), change);
    }

    ByteString answer(List<ApplyResult> results) {
        return ByteString.copyFrom(new byte[] {VERSION}).concat(ByteString.copyFrom(json.write(results, RESULTS)));
    }

    /// The results in an answer; empty where it holds none.
    List<ApplyResult> results(Message answer) throws IOException {
        if (answer instanceof Answer here) {
            return here.results();
        }
        ByteString bytes = answer.getContent();
        return bytes.isEmpty() ? List.of() : json.read(content(bytes), RESULTS);
    }

    private static byte[] content(ByteString bytes) throws IOException {
        if (bytes.isEmpty() || bytes.byteAt(0) != VERSION) {
            throw new IOException("Not an entry of version " + VERSION + ": start the newer program that wrote it");
        }
        return bytes.substring(1).toByteArray();
    }
}
