package org.seatside.json.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lays the environment over a tree of settings, and refuses what the record does not know.
final class Overlay {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final String source;
    private final Map<String, String> environment;

    Overlay(String source, Map<String, String> environment) {
        this.source = source;
        this.environment = environment;
    }

    void apply(ObjectNode section, Class<?> type, String path, String variable) throws ConfigException {
        refuseUnknownKeys(section, type, path);
        for (RecordComponent component : type.getRecordComponents()) {
            String key = component.getName();
            String name = variable + "_" + variableOf(key);
            if (component.getType().isRecord()) {
                refuseUnknownVariables(component.getType(), name);
                apply(child(section, key, path), component.getType(), path + key + ".", name);
                continue;
            }
            String override = environment.get(name);
            if (override != null) {
                section.set(key, fromText(override, component.getType()));
            }
            JsonNode value = section.get(key);
            if (value != null && value.isTextual()) {
                section.set(key, normal(value.textValue(), component.getType(), path + key));
            }
        }
    }

    private ObjectNode child(ObjectNode section, String key, String path) throws ConfigException {
        JsonNode value = section.get(key);
        if (value == null || value.isNull()) {
            return section.putObject(key);
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new ConfigException(source + ": " + path + key + " is a section, put its keys below it");
    }

    private void refuseUnknownKeys(ObjectNode section, Class<?> type, String path) throws ConfigException {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (String key : (Iterable<String>) section::fieldNames) {
            if (!known.contains(key)) {
                throw new ConfigException(source + ": unknown key " + path + key + "; allowed here: "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /// A misspelt variable would else be a setting that silently does nothing.
    private void refuseUnknownVariables(Class<?> type, String section) throws ConfigException {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(component -> section + "_" + variableOf(component.getName()))
                .toList();
        for (String name : environment.keySet()) {
            if (name.startsWith(section + "_") && known.stream().noneMatch(name::startsWith)) {
                throw new ConfigException("environment: unknown variable " + name + "; allowed here: "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static JsonNode fromText(String text, Class<?> type) {
        if (!Collection.class.isAssignableFrom(type)) {
            return TextNode.valueOf(text.strip());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(list::add);
        return list;
    }

    private JsonNode normal(String text, Class<?> type, String path) throws ConfigException {
        if (type.isEnum()) {
            return constant(text, type, path);
        }
        if (type == Duration.class) {
            Matcher matcher = SHORT_DURATION.matcher(text.strip());
            return TextNode.valueOf(matcher.matches() ? iso(matcher) : text);
        }
        return TextNode.valueOf(text);
    }

    private JsonNode constant(String text, Class<?> type, String path) throws ConfigException {
        String name = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        boolean known = Arrays.stream(type.getEnumConstants())
                .anyMatch(constant -> ((Enum<?>) constant).name().equals(name));
        if (!known) {
            throw new ConfigException(source + ": " + path + " must be one of " + constants(type));
        }
        return TextNode.valueOf(name);
    }

    private static String iso(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        return duration.toString();
    }

    /// What the key takes, for a message; empty where the path leads nowhere.
    static String expectation(Class<?> root, String path) {
        Class<?> type = root;
        for (String key : path.split("\\.", -1)) {
            Class<?> section = type;
            type = section.isRecord()
                    ? Arrays.stream(section.getRecordComponents())
                            .filter(component -> component.getName().equals(key))
                            .findFirst()
                            .<Class<?>>map(RecordComponent::getType)
                            .orElse(section)
                    : section;
        }
        if (type.isEnum()) {
            return ", one of " + constants(type);
        }
        if (type == Boolean.class) {
            return ", true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return ", a number";
        }
        if (type == Duration.class) {
            return ", a duration such as 500ms, 3s or 5m";
        }
        return Collection.class.isAssignableFrom(type) ? ", a list" : "";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static String variableOf(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
