package org.seatside.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;

/// Bytes that are not the JSON they should be. Names the type and the field; repeats no value, and carries no
/// cause, since Jackson's own messages quote what they read.
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    private MalformedJsonException(String message) {
        super(message);
    }

    static MalformedJsonException of(String type, IOException cause) {
        String field = cause instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                        .limit(8)
                        .collect(Collectors.joining("."))
                : "";
        return new MalformedJsonException(
                "Not the JSON of a " + type + (field.isEmpty() ? "" : ", see field " + field));
    }
}
