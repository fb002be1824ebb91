package org.seatside.payload;

/// A student number in the form the institution uses; made by [StudentNumberFormat] only.
public final class StudentNumber {
    private final String value;

    StudentNumber(String value) {
        this.value = value;
    }

    /// The number itself: for the store and the node, never for a log.
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StudentNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /// Gives the length away and nothing else, so that it may stand in a log.
    @Override
    public String toString() {
        return "StudentNumber[" + value.length() + " characters]";
    }
}
