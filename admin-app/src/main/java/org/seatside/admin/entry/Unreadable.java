package org.seatside.admin.entry;

import org.seatside.admin.ui.Notice;

/// What was typed is not what belongs there. The notice says what does.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Notice notice;

    public Unreadable(Notice notice) {
        super(notice.key(), null, false, false);
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
