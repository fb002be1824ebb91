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

    private Glyphs() {}
}
