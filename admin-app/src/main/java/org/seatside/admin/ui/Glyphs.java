package org.seatside.admin.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The icons of the app, all from one pack, by what they stand for.
public final class Glyphs {
    public static final Ikon CLOSE = MaterialDesignC.CLOSE;
    public static final Ikon TODAY = MaterialDesignV.VIEW_DASHBOARD_OUTLINE;
    public static final Ikon STUDENTS = MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
    public static final Ikon ROOMS = MaterialDesignD.DOOR;
    public static final Ikon KIOSKS = MaterialDesignT.TABLET;
    public static final Ikon ADD = MaterialDesignP.PLUS;
    public static final Ikon PASS = MaterialDesignQ.QRCODE;
    public static final Ikon PRINT = MaterialDesignP.PRINTER;
    public static final Ikon FOLDER = MaterialDesignF.FOLDER_OPEN_OUTLINE;
    public static final Ikon CAMERA = MaterialDesignC.CAMERA_OUTLINE;
    public static final Ikon IMAGE = MaterialDesignI.IMAGE_OUTLINE;
    public static final Ikon ACCOUNT = MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE;
    public static final Ikon DISPLAY = MaterialDesignF.FORMAT_SIZE;
    public static final Ikon SEARCH = MaterialDesignM.MAGNIFY;
    public static final Ikon REVOKE = MaterialDesignC.CANCEL;
    public static final Ikon REFRESH = MaterialDesignR.REFRESH;
    public static final Ikon LINK = MaterialDesignL.LAN_CONNECT;
    public static final Ikon NO_LINK = MaterialDesignL.LAN_DISCONNECT;
    public static final Ikon WELL = MaterialDesignC.CHECK_CIRCLE_OUTLINE;
    public static final Ikon CARE = MaterialDesignA.ALERT_OUTLINE;
    public static final Ikon LIST = MaterialDesignF.FORMAT_LIST_BULLETED;

    public static final Ikon TIMETABLE = MaterialDesignC.CALENDAR_CLOCK;
    public static final Ikon ATTENDANCE = MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
    public static final Ikon INSIGHT = MaterialDesignC.CHART_BOX_OUTLINE;
    public static final Ikon ADMINISTRATION = MaterialDesignC.COG_OUTLINE;
    public static final Ikon UNDO = MaterialDesignU.UNDO;
    public static final Ikon COPY = MaterialDesignC.CONTENT_COPY;
    public static final Ikon COLUMNS = MaterialDesignV.VIEW_COLUMN_OUTLINE;
    public static final Ikon COLLAPSE = MaterialDesignC.CHEVRON_DOUBLE_LEFT;
    public static final Ikon EXPAND = MaterialDesignC.CHEVRON_DOUBLE_RIGHT;
    public static final Ikon FILTER = MaterialDesignF.FILTER_OUTLINE;
    public static final Ikon IMPORT = MaterialDesignF.FILE_IMPORT_OUTLINE;
    public static final Ikon EXPORT = MaterialDesignF.FILE_EXPORT_OUTLINE;
    public static final Ikon EARLIER = MaterialDesignC.CHEVRON_LEFT;
    public static final Ikon LATER = MaterialDesignC.CHEVRON_RIGHT;
    public static final Ikon CHOSEN = MaterialDesignC.CHECK;

    private Glyphs() {}
}
