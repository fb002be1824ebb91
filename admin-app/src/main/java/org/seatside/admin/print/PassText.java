package org.seatside.admin.print;

/// What a printed pass says, in words ready to print. The student number and the reason for the pass are not among
/// them.
///
/// @param code what the QR code carries
/// @param title what this is
/// @param name the student's
/// @param validity until when it is accepted
/// @param use one sentence: how to use it
/// @param lost one sentence: what to do when it is lost
/// @param campus whose pass it is
public record PassText(
        String code, String title, String name, String validity, String use, String lost, String campus) {
    @Override
    public String toString() {
        return "PassText[]";
    }
}
