package org.seatside.admin.administration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;

/// What the constants of the audit trail's actions say, `save-room` as "Saved · room". One that is not known, as
/// from a newer node, is shown as it is.
final class ActionWords {
    private ActionWords() {}

    static String of(String action, Messages messages) {
        int dash = action.indexOf('-');
        if (action.equals("enrol") || action.equals("enrol-for")) {
            return messages.now("action.enrol");
        }
        if (dash < 0) {
            return action;
        }
        Optional<String> verb = Optional.ofNullable(verb(action.substring(0, dash)));
        Optional<String> thing = Optional.ofNullable(thing(action.substring(dash + 1)));
        return verb.flatMap(
                        did -> thing.map(what -> messages.now("action.words", messages.now(did), messages.now(what))))
                .orElse(action);
    }

    private static @Nullable String verb(String verb) {
        return switch (verb) {
            case "save" -> "action.save";
            case "add" -> "action.add";
            case "change", "correct" -> "action.change";
            case "delete", "remove" -> "action.delete";
            case "issue", "enter", "file", "call" -> "action.make";
            case "revoke", "withdraw" -> "action.revoke";
            case "invite" -> "action.invite";
            case "pair" -> "action.pair";
            case "place", "seat", "move" -> "action.move";
            case "rename" -> "action.rename";
            case "undo" -> "action.undo";
            case "export" -> "action.export";
            case "view" -> "action.view";
            case "erase" -> "action.erase";
            case "give" -> "action.give";
            case "open", "start" -> "action.open";
            case "close", "end" -> "action.close";
            case "set" -> "action.set";
            case "fail" -> "action.fail";
            case "assign" -> "action.assign";
            case "replay" -> "action.replay";
            case "order" -> "action.order";
            default -> null;
        };
    }

    private static @Nullable String thing(String thing) {
        return switch (thing) {
            case "student" -> "thing.student";
            case "pass" -> "thing.pass";
            case "room" -> "thing.room";
            case "building" -> "thing.building";
            case "seat" -> "thing.seat";
            case "kiosk", "restart", "picture", "check", "test-scan" -> "thing.kiosk";
            case "section" -> "thing.section";
            case "meeting", "pattern" -> "thing.meeting";
            case "term" -> "thing.term";
            case "department" -> "thing.department";
            case "course" -> "thing.course";
            case "lecturer", "lecturers" -> "thing.lecturer";
            case "holiday" -> "thing.holiday";
            case "rule" -> "thing.rule";
            case "mark" -> "thing.mark";
            case "account" -> "thing.account";
            case "password" -> "thing.password";
            case "totp" -> "thing.totp";
            case "session", "sessions" -> "thing.session";
            case "sign-in" -> "thing.signIn";
            case "attendance", "all", "revision", "batch", "check-ins" -> "thing.attendance";
            case "adjustments" -> "thing.adjustments";
            case "consent" -> "thing.consent";
            case "pin" -> "thing.pin";
            case "notice" -> "thing.notice";
            case "hook" -> "thing.hook";
            case "hook-message" -> "thing.hookMessage";
            case "listing" -> "thing.listing";
            case "help", "help-call" -> "thing.helpCall";
            case "report" -> "thing.report";
            default -> null;
        };
    }
}
