package org.seatside.admin.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Window;

/// How attendance is taken: of the campus, and where a course or a section differs from it.
public final class RulesViewModel {
    private static final int ALL = 100;

    private final NodeLink link;
    private final TimetableCalls calls;
    private final CatalogueViewModel names;
    private final EntryList<AttendanceRule> list;

    /// Whether a rule says something itself.
    enum Say {
        AS_ABOVE,
        YES,
        NO
    }

    public RulesViewModel(NodeLink link, CatalogueViewModel names) {
        this.link = link;
        this.calls = link.client().timetable();
        this.names = names;
        this.list = new EntryList<>(
                link, this::all, it -> names.courseName(it.course()) + names.sectionName(it.section()), new Removal());
    }

    /// That of the campus is always there to be opened.
    private List<AttendanceRule> all() throws NodeException {
        List<AttendanceRule> rules = new ArrayList<>(calls.rules());
        if (rules.stream().noneMatch(RulesViewModel::isCampus)) {
            rules.add(new AttendanceRule(null, null, null, null, null));
        }
        rules.sort(Comparator.comparing((AttendanceRule rule) -> !isCampus(rule))
                .thenComparing(rule -> rule.course() == null));
        return rules;
    }

    static boolean isCampus(AttendanceRule rule) {
        return rule.course() == null && rule.section() == null;
    }

    /// A form for a rule.
    ///
    /// @param rule null for a new one, of a course or a section
    EntryForm<AttendanceRule> form(@Nullable AttendanceRule rule, Runnable close) {
        Picked<Course> course = new Picked<>(
                "rule.course",
                "rule.course.hint",
                "rule.none",
                names.courses().all(),
                (it, _) -> CatalogueViewModel.words(it));
        Picked<Section> section = new Picked<>(
                "rule.section", null, "rule.none", names.sections().all(), (it, _) -> CatalogueViewModel.words(it));
        Switched own = new Switched("rule.window", "rule.window.hint");
        Window shown = rule == null || rule.window() == null ? Window.DEFAULT : rule.window();
        MeetingsViewModel.WindowInputs window = new MeetingsViewModel.WindowInputs(shown);
        Picked<Say> absent = new Picked<>(
                "rule.absent",
                "rule.absent.hint",
                null,
                List.of(Say.values()),
                (it, messages) -> messages.now(word(it)));
        Typed<@Nullable Integer> below = Typed.wholeOrNone("rule.below", "rule.below.hint", 0, ALL);
        absent.with(Say.AS_ABOVE);
        if (rule != null) {
            own.with(rule.window() != null);
            absent.with(say(rule.marksAbsent()));
            below.with(rule.noticeBelowPercent());
        }
        List<Input> inputs = new ArrayList<>();
        if (rule == null) {
            inputs.addAll(List.of(course, section));
        }
        inputs.add(own);
        inputs.addAll(window.inputs());
        inputs.addAll(List.of(absent, below));
        EntryForm<AttendanceRule> form = new EntryForm<>(
                link,
                inputs,
                () -> new AttendanceRule(
                        rule == null ? course.picked().map(Course::id).orElse(null) : rule.course(),
                        rule == null ? section.picked().map(Section::id).orElse(null) : rule.section(),
                        own.on().get()
                                ? new Window(window.opens.value(), window.late.value(), window.closes.value())
                                : null,
                        said(absent.one()),
                        below.value()),
                calls::saveRule,
                _ -> {
                    list.changed(Notice.done("rule.saved"));
                    close.run();
                });
        if (rule == null) {
            form.require(
                    () -> course.picked().isPresent() != section.picked().isPresent(),
                    section,
                    Notice.failed("rule.one"));
        }
        return window.ordered(form);
    }

    private static @Nullable Boolean said(Say say) {
        return switch (say) {
            case AS_ABOVE -> null;
            case YES -> true;
            case NO -> false;
        };
    }

    static Say say(@Nullable Boolean marks) {
        return marks == null ? Say.AS_ABOVE : marks ? Say.YES : Say.NO;
    }

    static String word(Say say) {
        return switch (say) {
            case AS_ABOVE -> "rule.say.above";
            case YES -> "rule.say.yes";
            case NO -> "rule.say.no";
        };
    }

    CatalogueViewModel names() {
        return names;
    }

    public EntryList<AttendanceRule> list() {
        return list;
    }

    private final class Removal implements EntryList.Deletion<AttendanceRule> {
        @Override
        public String name(AttendanceRule rule) {
            return rule.section() == null ? names.courseName(rule.course()) : names.sectionName(rule.section());
        }

        @Override
        public Map<Topic, Long> dependents(AttendanceRule rule) {
            return Map.of();
        }

        /// A rule in which nothing is said goes away.
        @Override
        public void delete(AttendanceRule rule, CommandId id) throws NodeException {
            calls.saveRule(new AttendanceRule(rule.course(), rule.section(), null, null, null), id);
        }
    }
}
