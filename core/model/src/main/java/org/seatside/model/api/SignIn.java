package org.seatside.model.api;

/// A person signing in.
public record SignIn(String name, String password) {
    @Override
    public String toString() {
        return "SignIn[name=" + name + "]";
    }
}
