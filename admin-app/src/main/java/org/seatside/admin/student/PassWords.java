package org.seatside.admin.student;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.seatside.admin.print.PassText;
import org.seatside.fx.Messages;
import org.seatside.model.api.PassCard;
import org.seatside.model.roster.Student;

/// What a printed pass says in the language of the app, or in English where this computer cannot print Korean.
///
/// @param korean whether Korean can be printed
public record PassWords(Messages messages, String campus, boolean korean) {
    Locale language() {
        return korean ? messages.language().get() : Locale.ENGLISH;
    }

    PassText of(PassCard card, Student student) {
        Locale language = language();
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(card.pass().expires());
        return new PassText(
                card.text(),
                messages.in(language, "print.pass.title"),
                student.name(),
                messages.in(language, "print.pass.validity", until),
                messages.in(language, "print.pass.use"),
                messages.in(language, "print.pass.lost"),
                campus);
    }
}
