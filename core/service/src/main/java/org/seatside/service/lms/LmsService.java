package org.seatside.service.lms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.seatside.model.id.Ids;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Section;
import org.seatside.service.attendance.EarnedShare;
import org.seatside.service.attendance.RecordStore;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.RecordChange;
import org.seatside.service.roster.RosterStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks now and then at what students earned, and tells the learning management system what is another than it was
/// told. Up to 15 courses at once; one that fails stops no other and is tried again in the next round. What was told is
/// on record, once for each student and section, so that neither a restart nor another node tells it again. One thread.
public final class LmsService {
    /// Courses at once.
    public static final int AT_ONCE = 15;

    private static final Duration TERM = Duration.ofDays(180);
    private static final Logger LOG = LoggerFactory.getLogger(LmsService.class);

    private final RecordStore records;
    private final RosterStore roster;
    private final ScoreSender lms;
    private final List<LmsCourse> courses;
    private final Commands commands;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId campus;
    private final Executor threads;

    /// @param threads runs the calls
    public LmsService(
            RecordStore records,
            RosterStore roster,
            ScoreSender lms,
            List<LmsCourse> courses,
            Commands commands,
            InstantSource clock,
            Ids ids,
            ZoneId campus,
            Executor threads) {
        this.records = records;
        this.roster = roster;
        this.lms = lms;
        this.courses = List.copyOf(courses);
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
        this.campus = campus;
        this.threads = threads;
    }

    /// Tells what is new, and returns when all that could be told is.
    ///
    /// @return how many courses failed
    public int round() {
        Semaphore places = new Semaphore(AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (LmsCourse course : courses) {
            places.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    attempt(course, failed);
                } finally {
                    places.release();
                }
            });
        }
        places.acquireUninterruptibly(AT_ONCE);
        return failed.get();
    }

    private void attempt(LmsCourse course, AtomicInteger failed) {
        try {
            tell(course);
        } catch (LmsException e) {
            failed.incrementAndGet();
            LOG.warn("section {} waits for the next round: {}", course.section(), e.getMessage());
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            LOG.error("section {} waits for the next round", course.section(), e);
        }
    }

    private void tell(LmsCourse course) throws LmsException {
        SectionId section = roster.sections().stream()
                .filter(it -> it.code().equals(course.section()))
                .map(Section::id)
                .findFirst()
                .orElseThrow(() -> new LmsException("there is no section of this code"));
        Instant now = clock.instant();
        LocalDate today = now.atZone(campus).toLocalDate();
        Map<StudentId, EarnedShare> earned =
                EarnedShare.of(records.earned(section, now.minus(TERM), now, today), records.marks());
        Map<StudentId, Integer> told = records.posted(section);
        List<RecordChange.Score> fresh = earned.entrySet().stream()
                .map(it -> new RecordChange.Score(it.getKey(), it.getValue().percent()))
                .filter(it -> !Integer.valueOf(it.percent()).equals(told.get(it.student())))
                .toList();
        if (!fresh.isEmpty()) {
            tell(course, section, fresh, now);
        }
    }

    /// What was told before something failed is on record all the same.
    private void tell(LmsCourse course, SectionId section, List<RecordChange.Score> fresh, Instant now)
            throws LmsException {
        Map<String, String> users = lms.users(course);
        List<RecordChange.Score> told = new ArrayList<>();
        try {
            for (RecordChange.Score score : fresh) {
                String number = roster.student(score.student()).orElseThrow().number();
                String user = course.memberships() == null ? number : users.get(number);
                if (user != null) {
                    lms.post(course, new LmsScore(user, score.percent(), now));
                    told.add(score);
                }
            }
        } finally {
            if (!told.isEmpty()) {
                commands.append(ids.command(), Command.NODE, new RecordChange.ScoresPosted(section, told));
            }
        }
    }
}
