package org.seatside.server;

import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.roster.Adjustments;
import org.seatside.service.adjustments.AdjustmentService;

/// Adjustments as JSON, before they are sealed.
record AdjustmentForm(Json json) implements AdjustmentService.Form {
    @Override
    public byte[] write(Adjustments adjustments) {
        return json.write(adjustments);
    }

    @Override
    public Adjustments read(byte[] bytes) {
        try {
            return json.read(bytes, Adjustments.class);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("What was sealed is of a newer version", e);
        }
    }
}
