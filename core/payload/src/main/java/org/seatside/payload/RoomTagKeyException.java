package org.seatside.payload;

/// No room tag key could be had. One message for every cause, so that nothing about the file, the password or the key
/// gets out with it.
public final class RoomTagKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    RoomTagKeyException() {
        super("The room tag key could not be read: give " + RoomTagKeys.VARIABLE
                + " as 32, 48 or 64 hexadecimal digits, or a PKCS12 file that holds one AES key, and its password");
    }
}
