package org.seatside.admin.entry;

import org.seatside.fx.Messages;
import org.seatside.model.api.Topic;

/// What kinds of entries are called.
public final class TopicWords {
    private TopicWords() {}

    public static String of(Topic topic, Messages messages) {
        return messages.now(
                switch (topic) {
                    case BUILDINGS -> "topic.buildings";
                    case ROOMS -> "topic.rooms";
                    case SEATS -> "topic.seats";
                    case KIOSKS -> "topic.kiosks";
                    case STUDENTS -> "topic.students";
                    case PASSES -> "topic.passes";
                    case TERMS -> "topic.terms";
                    case DEPARTMENTS -> "topic.departments";
                    case COURSES -> "topic.courses";
                    case SECTIONS -> "topic.sections";
                    case LECTURERS -> "topic.lecturers";
                    case ENROLMENTS -> "topic.enrolments";
                    case PATTERNS -> "topic.patterns";
                    case MEETINGS -> "topic.meetings";
                    case HOLIDAYS -> "topic.holidays";
                    case RULES -> "topic.rules";
                    case CHECK_INS -> "topic.checkIns";
                    case ATTENDANCE -> "topic.attendance";
                    case STATUSES -> "topic.statuses";
                    case ACCOUNTS -> "topic.accounts";
                });
    }
}
