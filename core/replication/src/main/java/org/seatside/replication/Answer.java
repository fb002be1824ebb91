package org.seatside.replication;

import java.util.List;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.seatside.service.log.ApplyResult;

/// What an entry came to. Who submitted it in this process takes the results as they are; they become bytes
/// only
/// where somebody asks for these.
record Answer(CommandCodec codec, List<ApplyResult> results) implements Message {
    @Override
    public ByteString getContent() {
        return codec.answer(results);
    }
}
