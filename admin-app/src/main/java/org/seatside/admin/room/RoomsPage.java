package org.seatside.admin.room;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.EntryPage;
import org.seatside.admin.entry.PlainKind;
import org.seatside.admin.entry.SubPages;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.camera.FrameSource;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.model.roster.Building;

/// Rooms and the buildings they are in.
public final class RoomsPage {
    private RoomsPage() {}

    /// @param cameras opens the camera that reads tags
    public static SubPages of(Workplace at, PrintFonts fonts, Supplier<FrameSource> cameras) {
        RoomsView rooms = new RoomsView(
                new RoomsViewModel(at.link()),
                at.display(),
                at.dialogs(),
                fonts,
                at.about().campus(),
                cameras);
        return new SubPages(
                List.of(new SubPages.Entry("nav.rooms", rooms), new SubPages.Entry("buildings.title", buildings(at))),
                at.display());
    }

    private static EntryPage<Building> buildings(Workplace at) {
        BuildingsViewModel model = new BuildingsViewModel(at.link());
        Widgets widgets = new Widgets(at.display());
        PlainKind<Building> kind = new PlainKind<>(
                new PlainKind.Words(
                        "buildings.title",
                        "buildings.empty.head",
                        "buildings.empty.body",
                        "buildings.add",
                        "buildings.add.title"),
                MaterialDesignO.OFFICE_BUILDING_OUTLINE,
                widgets,
                List.of(
                        new PlainKind.Text<>("building.column.name", 14, Building::name),
                        new PlainKind.Text<>(
                                "catalogue.column.nameEn", 14, it -> it.nameEn() == null ? "" : it.nameEn())),
                (building, close) -> {
                    var form = new EntryFormView(model.form(building, close), widgets, "entry.save", null).content();
                    if (building == null) {
                        return List.of(form);
                    }
                    FlowPane order = new FlowPane(
                            widgets.button("order.up", MaterialDesignA.ARROW_UP, () -> model.move(building, -1)),
                            widgets.button("order.down", MaterialDesignA.ARROW_DOWN, () -> model.move(building, 1)));
                    order.getStyleClass().add("actions");
                    return List.of(form, order);
                });
        return new EntryPage<>(model.list(), kind, at);
    }
}
