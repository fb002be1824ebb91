package org.seatside.admin.student;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FormPane;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.ReasonPrompt;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.Registration;
import org.seatside.model.attendance.Profile;
import org.seatside.model.roster.Consent;

/// What was agreed with a student, for support officers, after a reason.
final class SupportView {
    private static final List<Integer> TEXTS = List.of(100, 125, 150, 175, 200);
    private static final List<Integer> TIMES = List.of(100, 150, 200, 300, 400, 500);

    private final SupportViewModel model;
    private final Widgets widgets;
    private final Workplace workplace;
    private final VBox body = new VBox();
    private final VBox content = new VBox();

    SupportView(SupportViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        this.widgets = new Widgets(workplace.display());
        body.getStyleClass().add("form");
        content.getStyleClass().add("form");
        content.getChildren()
                .addAll(
                        widgets.notice(model.notice(), null),
                        new ReasonPrompt(widgets, model.reason()).content(),
                        body);
        model.seen().addListener((_, _, _) -> show());
        model.withdrawing().addListener((_, _, _) -> show());
        widgets.messages().language().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        Registration seen = model.seen().get();
        if (seen == null) {
            body.getChildren()
                    .setAll(
                            widgets.label("support.why", "quiet"),
                            widgets.button("support.look", Glyphs.LIST, model::look));
            return;
        }
        body.getChildren().setAll(widgets.label("support.consent", "type-lead"), consent(seen.consent()));
        if (model.consented()) {
            body.getChildren().addAll(widgets.label("support.agreed", "type-lead"), agreed());
        }
    }

    private Node consent(@Nullable Consent consent) {
        if (model.withdrawing().get()) {
            return question();
        }
        if (consent != null && model.consented()) {
            String day = LocalDate.ofInstant(
                            consent.givenAt(), workplace.clock().getZone())
                    .toString();
            FlowPane actions = new FlowPane(widgets.button("support.withdraw", Glyphs.REVOKE, model::askToWithdraw));
            actions.getStyleClass().add("actions");
            VBox box = new VBox(
                    widgets.label(widgets.messages().text("support.consent.holds", consent.version(), day)), actions);
            box.getStyleClass().add("form");
            return box;
        }
        FormPane form = new FormPane(widgets, model.consentForm());
        form.add(widgets.label(consent == null ? "support.consent.none" : "support.consent.ended", "quiet"));
        form.text("support.consent.field", model.consentText(), "support.consent.hint");
        form.submit("support.consent.give", model::giveConsent);
        return form.content();
    }

    private Node question() {
        Button withdraw = widgets.button("support.withdraw.yes", Glyphs.REVOKE, model::withdraw, "danger");
        withdraw.disableProperty().bind(model.busy());
        Button keep = widgets.button("support.withdraw.no", null, model::keep);
        FlowPane actions = new FlowPane(withdraw, keep);
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label("support.withdraw.ask", "strong"), widgets.label("support.withdraw.gone"), actions);
        box.getStyleClass().addAll("panel", "form", Role.REFUSED.styleClass() + "-edge");
        return box;
    }

    private Node agreed() {
        FormPane form = new FormPane(widgets, model.form());
        form.text("support.minutes", model.extraMinutes(), "support.minutes.hint");
        form.choice("support.text", model.textPercent(), TEXTS, it -> it + " %", null);
        form.choice("support.time", model.timePercent(), TIMES, it -> it + " %", "support.time.hint");
        form.check("support.speech", model.speech());
        form.choice("support.theme", model.theme(), themes(), this::word, null);
        form.choice("support.language", model.language(), Arrays.asList(null, "ko", "en"), this::language, null);
        form.day("support.until", model.until(), "support.until.hint");
        form.submit("support.save", model::save);
        return form.content();
    }

    /// The kiosk's own first.
    private static List<Profile.@Nullable Theme> themes() {
        List<Profile.@Nullable Theme> themes = new ArrayList<>();
        themes.add(null);
        themes.addAll(Arrays.asList(Profile.Theme.values()));
        return themes;
    }

    private String language(@Nullable String tag) {
        if (tag == null) {
            return widgets.messages().now("support.asKiosk");
        }
        Locale language = Locale.forLanguageTag(tag);
        return language.getDisplayLanguage(language);
    }

    private String word(Profile.@Nullable Theme theme) {
        if (theme == null) {
            return widgets.messages().now("support.asKiosk");
        }
        return widgets.messages()
                .now(
                        switch (theme) {
                            case LIGHT -> "display.theme.light";
                            case DARK -> "display.theme.dark";
                            case WHITE_ON_BLACK -> "display.theme.whiteOnBlack";
                            case BLACK_ON_WHITE -> "display.theme.blackOnWhite";
                            case YELLOW_ON_BLACK -> "display.theme.yellowOnBlack";
                        });
    }

    Node content() {
        return content;
    }
}
