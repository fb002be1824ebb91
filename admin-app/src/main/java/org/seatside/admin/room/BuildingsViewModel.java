package org.seatside.admin.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.PlaceCalls;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.Order;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.Building;

/// The buildings in which rooms are, in the order in which lists show them.
public final class BuildingsViewModel {
    private final NodeLink link;
    private final PlaceCalls places;
    private final EntryList<Building> list;

    public BuildingsViewModel(NodeLink link) {
        this.link = link;
        this.places = link.client().places();
        this.list = new EntryList<>(
                link,
                () -> places.buildings().items(),
                building -> building.name() + " " + building.nameEn(),
                new Dependence<>(
                        link,
                        Topic.BUILDINGS,
                        it -> it.id().value(),
                        Building::name,
                        (it, id) -> places.deleteBuilding(it.id(), id)));
    }

    EntryForm<NewBuilding> form(@Nullable Building building, Runnable close) {
        Typed<String> name = Typed.needed("building.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        if (building != null) {
            name.with(building.name());
            english.with(building.nameEn());
        }
        return new EntryForm<>(
                        link,
                        List.of(name, english),
                        () -> new NewBuilding(name.value(), english.value()),
                        (it, id) -> {
                            if (building == null) {
                                places.addBuilding(it, id);
                            } else {
                                places.changeBuilding(new Building(building.id(), it.name(), it.nameEn()), id);
                            }
                        },
                        it -> {
                            list.changed(Notice.done("catalogue.saved", it.name()));
                            close.run();
                        })
                .refused("name-taken", name, "building.name.taken")
                .refused("name-needed", name, "name.refused");
    }

    /// Moves a building up (-1) or down (1) in lists.
    void move(Building building, int by) {
        List<Building> order = new ArrayList<>(list.all());
        int at = order.indexOf(building);
        int to = at + by;
        if (at < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, at, to);
        CommandId id = link.client().newCommand();
        link.tell(
                () -> places.reorder(
                        Topic.BUILDINGS,
                        new Order(order.stream().map(it -> it.id().value()).toList()),
                        id),
                list::load,
                failure -> list.say(Notice.of(failure)),
                () -> {});
    }

    public EntryList<Building> list() {
        return list;
    }
}
