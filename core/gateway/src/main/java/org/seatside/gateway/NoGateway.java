package org.seatside.gateway;

import org.seatside.model.roster.Room;
import org.seatside.service.gateway.AttendanceGateway;

/// For an institution without a service of its own: attendance stays here.
public final class NoGateway implements AttendanceGateway {
    @Override
    public String kind() {
        return "none";
    }

    @Override
    public boolean knows(Room room) {
        return false;
    }

    @Override
    public Answer send(Call call) {
        return new Answer.Rejected("NO_UPSTREAM");
    }
}
