package org.seatside.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Seat;
import org.seatside.service.places.PlaceStore;

/// Places, read from the view.
final class H2PlaceStore implements PlaceStore {
    private static final String IN_USE = """
            select m.section, x.title, m.room, r.name, min(m.starts_at) as next_start, count(*) as meetings,
              (select count(distinct e.student) from enrolment e where e.section = m.section) as students
            from meeting m join section x on x.id = m.section join room r on r.id = m.room
            where m.ends_at > ? and m.starts_at < ? and m.cancelled is null
              and (m.pattern is null or not exists (select 1 from holiday h where h.on_day = m.on_day))
              and exists (select 1 from enrolment e where e.section = m.section and (m.on_day is null
                or (e.from_day <= m.on_day and (e.until_day is null or e.until_day >= m.on_day))))
            group by m.section, x.title, m.room, r.name order by next_start, r.name fetch first 200 rows only""";

    private final Reads reads;

    H2PlaceStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Building> building(BuildingId id) {
        return reads.read(
                view -> view.first("select id, name, name_en from building where id = ?", Rows::building, id));
    }

    @Override
    public List<Building> buildings() {
        return reads.read(
                view -> view.list("select id, name, name_en from building order by ordinal, name", Rows::building));
    }

    @Override
    public Optional<Seat> seat(SeatId id) {
        return reads.read(view -> view.first("select " + Rows.SEAT + " from seat where id = ?", Rows::seat, id));
    }

    @Override
    public List<Seat> seats(RoomId room) {
        return reads.read(view -> view.list(
                "select " + Rows.SEAT + " from seat where room = ? order by ordinal, label", Rows::seat, room));
    }

    @Override
    public Map<Topic, Long> dependents(Topic topic, UUID id) {
        return reads.settled(view -> References.count(view, topic, id));
    }

    @Override
    public List<RoomUse> roomsInUse(Instant from, Instant until) {
        return reads.read(view -> view.list(
                IN_USE,
                row -> new RoomUse(
                        new SectionId(Rows.uuid(row, "section")),
                        Rows.text(row, "title"),
                        new RoomId(Rows.uuid(row, "room")),
                        Rows.text(row, "name"),
                        Rows.instant(row, "next_start"),
                        row.getInt("meetings"),
                        row.getInt("students")),
                from,
                until));
    }
}
