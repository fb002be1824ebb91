package org.seatside.replication;

import java.util.List;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.seatside.service.log.Command;

/// An entry on its way into the log of the same process: its bytes, and beside them the commands they were made
/// from, so that nobody here has to read them again. Whatever comes over a network has its bytes alone.
///
/// @param commands what the bytes say, in order; equal to what reading them gives
record Entry(ByteString content, List<Command> commands) implements Message {
    @Override
    public ByteString getContent() {
        return content;
    }
}
