package org.seatside.bench;

import org.seatside.qr.Luminance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Others' decoders fail on some pictures with exceptions of all kinds: that is a picture not read, said once.
final class Guarded implements Decoder {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private final Decoder decoder;
    private boolean reported;

    Guarded(Decoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public String name() {
        return decoder.name();
    }

    @Override
    public Answer read(Luminance picture) {
        try {
            return decoder.read(picture);
        } catch (RuntimeException e) {
            if (!reported) {
                reported = true;
                LOG.warn("{} failed on a picture, which counts as not read; reported once", decoder.name(), e);
            }
            return Answer.NOTHING;
        }
    }
}
