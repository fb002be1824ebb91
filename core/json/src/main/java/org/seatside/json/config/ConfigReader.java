package org.seatside.json.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads a configuration record: what the record's compact constructors set < the YAML file < the environment.
///
/// Sections are nested records, keys their components. A missing section is built from its defaults; a missing key
/// reaches the compact constructor as null, which is where its default belongs, so components are reference types
/// (`Boolean`, not `boolean`). An `IllegalArgumentException` thrown there becomes the message, so it should say what is
/// allowed. The key `camera.frameDelay` is the variable `SEATSIDE_CAMERA_FRAME_DELAY`; lists are separated by commas.
/// Enum constants are written in lower case with hyphens, durations as `500ms`, `3s`, `5m`, `2h`, `7d` or ISO 8601.
/// Unknown keys and keys given twice are errors. Immutable.
public final class ConfigReader {
    private static final String PREFIX = "SEATSIDE";

    private final Map<String, String> environment;
    private final YAMLMapper yaml;

    /// @param environment usually `System.getenv()`
    public ConfigReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        yaml = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    /// @throws ConfigException where the file is not there, is not YAML, or does not fit the record
    public <T extends Record> T read(Path file, Class<T> type) throws ConfigException {
        return bind(file.toString(), tree(file), type);
    }

    /// The defaults, changed by the environment alone.
    ///
    /// @throws ConfigException where a variable does not fit the record
    public <T extends Record> T readEnvironment(Class<T> type) throws ConfigException {
        return bind("environment", yaml.createObjectNode(), type);
    }

    private ObjectNode tree(Path file) throws ConfigException {
        try {
            JsonNode root = yaml.readTree(Files.readAllBytes(file));
            if (root == null || root.isMissingNode() || root.isNull()) {
                return yaml.createObjectNode();
            }
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new ConfigException(file + ": expected keys with values, see the sample configuration");
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": no such file");
        } catch (JacksonException e) {
            String line = Optional.ofNullable(e.getLocation())
                    .map(at -> ", line " + at.getLineNr())
                    .orElse("");
            throw new ConfigException(file + line + ": not YAML, or a key is given twice");
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private <T extends Record> T bind(String source, ObjectNode tree, Class<T> type) throws ConfigException {
        new Overlay(source, environment).apply(tree, type, "", PREFIX);
        try {
            return yaml.treeToValue(tree, type);
        } catch (ValueInstantiationException e) {
            throw new ConfigException(source + at(e) + ": " + reason(e));
        } catch (JsonMappingException e) {
            throw new ConfigException(
                    source + at(e) + ": a value of another kind is needed here" + Overlay.expectation(type, path(e)));
        } catch (JacksonException e) {
            throw new ConfigException(source + ": does not fit " + type.getSimpleName());
        }
    }

    private static String reason(ValueInstantiationException e) {
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "not allowed";
    }

    private static String at(JsonMappingException e) {
        String path = path(e);
        return path.isEmpty() ? "" : ": " + path;
    }

    private static String path(JsonMappingException e) {
        return StreamSupport.stream(e.getPath().spliterator(), false)
                .filter(step -> step.getFieldName() != null)
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
    }
}
