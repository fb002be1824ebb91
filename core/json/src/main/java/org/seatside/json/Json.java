package org.seatside.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/// The one way in which records become JSON and back: instants in ISO 8601, nulls left out, unknown properties
/// ignored so that a node and a kiosk one version apart understand each other, nesting and lengths capped.
/// Thread-safe.
public final class Json {
    private static final int MAX_DEPTH = 32;
    /// In characters: a signed provision, of 16 MiB at most, is one text in Base64.
    private static final int MAX_TEXT = 16 << 20;

    private final JsonMapper mapper;

    public Json() {
        mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .build());
    }

    /// For libraries that bring JSON to HTTP; nobody changes it.
    public JsonMapper mapper() {
        return mapper;
    }

    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a value of ours: " + value.getClass(), e);
        }
    }

    /// Writes a value whose type has parameters: a list of a sealed type keeps its members' names only this way.
    public byte[] write(Object value, TypeReference<?> type) {
        try {
            return mapper.writerFor(type).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a value of ours: " + value.getClass(), e);
        }
    }

    /// @throws MalformedJsonException where the bytes are not JSON of this type; the exception repeats none of
    ///     them
    public <T> T read(byte[] json, Class<T> type) throws MalformedJsonException {
        return read(json, 0, json.length, type);
    }

    /// @param from first byte of the JSON in the array
    /// @throws MalformedJsonException where the bytes are not JSON of this type; the exception repeats none of
    ///     them
    public <T> T read(byte[] json, int from, int length, Class<T> type) throws MalformedJsonException {
        try {
            return present(mapper.readValue(json, from, length, type));
        } catch (IOException e) {
            throw MalformedJsonException.of(type.getSimpleName(), e);
        }
    }

    /// @throws MalformedJsonException where the bytes are not JSON of this type; the exception repeats none of
    ///     them
    public <T> T read(byte[] json, TypeReference<T> type) throws MalformedJsonException {
        try {
            return present(mapper.readValue(json, type));
        } catch (IOException e) {
            throw MalformedJsonException.of(type.getType().getTypeName(), e);
        }
    }

    private static <T> T present(T value) throws IOException {
        if (value == null) {
            throw new IOException("null");
        }
        return value;
    }
}
