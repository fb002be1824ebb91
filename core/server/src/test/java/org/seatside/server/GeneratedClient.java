package org.seatside.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A client in Java, written from nothing but the API's description: a type for every schema, a method for every
/// operation.
final class GeneratedClient {
    private static final Set<String> WORDS =
            Set.of("default", "class", "interface", "public", "new", "package", "case");

    private final JsonNode document;
    private final StringBuilder source = new StringBuilder("final class Client {\n");
    private final Map<String, List<String>> unionsOf = new TreeMap<>();

    private GeneratedClient(JsonNode document) {
        this.document = document;
    }

    static String source(JsonNode document) {
        return new GeneratedClient(document).write();
    }

    private String write() {
        JsonNode schemas = document.path("components").path("schemas");
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("oneOf")
                        .forEach(variant -> unionsOf.computeIfAbsent(type(variant), _ -> new ArrayList<>())
                                .add(schema.getKey())));
        schemas.properties().forEach(schema -> type(schema.getKey(), schema.getValue()));
        source.append("interface Api {\n");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation(path.getKey(), operation.getValue())));
        return source.append("}\n}\n").toString();
    }

    private void type(String name, JsonNode schema) {
        if (schema.has("enum")) {
            StringJoiner constants = new StringJoiner(", ");
            schema.path("enum").forEach(constant -> constants.add(constant.asText()));
            source.append("enum ").append(name).append(" { ").append(constants).append(" }\n");
        } else if (schema.has("oneOf")) {
            source.append("interface ").append(name).append(" {}\n");
        } else {
            StringJoiner components = new StringJoiner(", ");
            Set<String> required = new TreeSet<>();
            schema.path("required").forEach(one -> required.add(one.asText()));
            schema.path("properties").properties().forEach(property -> {
                required.remove(property.getKey());
                components.add(type(property.getValue()) + " " + identifier(property.getKey()));
            });
            if (!schema.path("type").asText().equals("object") || !required.isEmpty()) {
                throw new AssertionError(name + " is no object, or requires what it does not have: " + required);
            }
            List<String> unions = unionsOf.getOrDefault(name, List.of());
            source.append("record ").append(name).append("(").append(components).append(")");
            source.append(unions.isEmpty() ? "" : " implements " + String.join(", ", unions))
                    .append(" {}\n");
        }
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String[] steps = schema.path("$ref").asText().split("/", -1);
            String name = steps[steps.length - 1];
            if (!document.path("components").path("schemas").has(name)) {
                throw new AssertionError("nothing is called " + name);
            }
            return name;
        }
        return switch (schema.path("type").asText()) {
            case "string" -> "String";
            case "boolean" -> "Boolean";
            case "integer" -> schema.path("format").asText().equals("int64") ? "Long" : "Integer";
            case "number" -> "Double";
            case "array" -> "java.util.List<" + type(schema.path("items")) + ">";
            case "object" -> "java.util.Map<String, " + type(schema.path("additionalProperties")) + ">";
            default -> throw new AssertionError("no type: " + schema);
        };
    }

    private void operation(String path, JsonNode operation) {
        StringJoiner parameters = new StringJoiner(", ");
        Set<String> inPath = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            parameters.add(type(parameter.path("schema")) + " " + identifier(name));
            if (parameter.path("in").asText().equals("path")) {
                inPath.add("{" + name + "}");
            }
        });
        String left = path;
        for (String template : inPath) {
            left = left.replace(template, "");
        }
        if (left.contains("{")) {
            throw new AssertionError("a parameter of " + path + " is not described");
        }
        JsonNode body = content(operation.path("requestBody"));
        if (body != null) {
            parameters.add(type(body) + " body");
        }
        JsonNode answer = content(operation.path("responses").path("200"));
        source.append(answer == null ? "void" : type(answer)).append(' ');
        source.append(identifier(operation.path("operationId").asText()))
                .append('(')
                .append(parameters)
                .append(");\n");
    }

    private static @Nullable JsonNode content(JsonNode holder) {
        JsonNode content = holder.path("content");
        return content.isEmpty() ? null : content.iterator().next().path("schema");
    }

    private static String identifier(String name) {
        StringBuilder text = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                text.append(upper ? String.valueOf(c).toUpperCase(Locale.ROOT) : String.valueOf(c));
                upper = false;
            } else {
                upper = true;
            }
        }
        return WORDS.contains(text.toString()) ? text + "_" : text.toString();
    }
}
