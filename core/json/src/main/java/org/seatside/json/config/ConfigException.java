package org.seatside.json.config;

/// A configuration that cannot be used. The message names the file or variable, the key and what is allowed; it repeats
/// no value, since a value may be a secret.
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
