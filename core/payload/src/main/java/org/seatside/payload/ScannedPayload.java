package org.seatside.payload;

/// What a text looks like, before anything about it is verified. Texts stay exactly as they were read. `toString`
/// gives lengths only, so that any of these may stand in a log.
public sealed interface ScannedPayload {
    /// Starts like a pass: for [PassVerifier].
    record PassText(String text) implements ScannedPayload {
        @Override
        public String toString() {
            return "PassText[" + text.length() + " characters]";
        }
    }

    /// Starts like a room code: for [RoomCodeVerifier].
    record RoomCodeText(String text) implements ScannedPayload {
        @Override
        public String toString() {
            return "RoomCodeText[" + text.length() + " characters]";
        }
    }

    /// Has the form of a legacy room tag.
    ///
    /// @param text for the node's [RoomTagCipher]
    /// @param digest for the kiosk's table
    record RoomTag(String text, RoomTagDigest digest) implements ScannedPayload {
        @Override
        public String toString() {
            return "RoomTag[" + text.length() + " characters]";
        }
    }

    /// Has the form of a student number.
    record NumberText(StudentNumber number) implements ScannedPayload {}

    /// Nothing we know.
    ///
    /// @param length in UTF-16 units
    record Unknown(int length) implements ScannedPayload {}
}
