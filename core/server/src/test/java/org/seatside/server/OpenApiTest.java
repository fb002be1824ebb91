package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Paths;
import org.seatside.model.roster.Room;

/// The description of the API against the API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {
    private CampusFixture campus;
    private JsonNode document;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
        document = Api.JSON
                .mapper()
                .readTree(campus.open().get(Paths.OPENAPI).expect(200).text());
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    @Test
    void everyMethodOfTheResourcesIsDescribedWithWhomItIsFor() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey() + " "
                                + operation.getValue().path("x-audience").asText())));

        Set<String> methods = new TreeSet<>(AccessTest.declared());
        methods.remove("GET " + Paths.OPENAPI + " ANYONE"); // it is in a reader's hands already

        assertEquals(methods, described);
    }

    @Test
    void operationsHaveNamesOfTheirOwnAndSayWhatGoesWrong() {
        Set<String> names = new HashSet<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertTrue(names.add(operation.path("operationId").asText()), operation.toString());
                    assertTrue(
                            operation
                                    .path("responses")
                                    .path("default")
                                    .path("content")
                                    .has("application/problem+json"),
                            operation.toString());
                }));
        assertEquals("3.1.0", document.path("openapi").asText());
    }

    @Test
    void clientGeneratedFromItCompiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("Client.java"), GeneratedClient.source(document));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean compiled;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
        }

        assertTrue(compiled, said.toString());
        assertTrue(Files.exists(folder.resolve("Client$Receipt.class")));
    }

    @Test
    void answersAreAsDescribed() throws Exception {
        Room room = campus.room("19C4");
        campus.student("20230001");
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
        Api asKiosk = kiosk.signIn(campus.open());

        conforms("Receipt", asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")));
        conforms("Receipt", asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")));
        conforms("Receipt", asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("99999999")));
        conforms("PageOfStudent", campus.admin().get(Paths.STUDENTS));
        conforms("PageOfCheckInEvent", campus.admin().get(Paths.CHECK_INS));
        conforms("About", campus.open().get(Paths.ABOUT));
        conforms("SignedProvision", asKiosk.get(Paths.KIOSK_SELF));
        conforms("Problem", campus.open().get(Paths.STUDENTS));
    }

    private void conforms(String schema, Api.Answer answer) throws Exception {
        List<String> wrong = new ArrayList<>();
        check(
                "$",
                Api.JSON.mapper().readTree(answer.text()),
                document.path("components").path("schemas").path(schema),
                wrong);

        assertEquals(List.of(), wrong, answer.toString());
    }

    /// As much of JSON Schema as the document uses; what it does not know is wrong.
    private void check(String at, JsonNode value, JsonNode schema, List<String> wrong) {
        if (schema.has("$ref")) {
            String[] steps = schema.path("$ref").asText().split("/", -1);
            check(at, value, document.path("components").path("schemas").path(steps[steps.length - 1]), wrong);
            return;
        }
        if (schema.has("oneOf")) {
            String tag = value.path(
                            schema.path("discriminator").path("propertyName").asText())
                    .asText();
            JsonNode variant = schema.path("discriminator").path("mapping").path(tag);
            if (variant.isMissingNode()) {
                wrong.add(at + " is no variant");
            } else {
                check(at, value, Api.JSON.mapper().createObjectNode().set("$ref", variant), wrong);
            }
            return;
        }
        boolean right = switch (schema.path("type").asText()) {
            case "string" -> value.isTextual() && isOneOf(value.asText(), schema);
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
        if (!right) {
            wrong.add(at + " is not as " + schema);
            return;
        }
        value.forEach(item -> {
            if (value.isArray()) {
                check(at + "[]", item, schema.path("items"), wrong);
            }
        });
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(at + " has no " + name.asText());
            }
        });
        value.properties().forEach(field -> {
            JsonNode property = schema.has("properties")
                    ? schema.path("properties").path(field.getKey())
                    : schema.path("additionalProperties");
            if (property.isMissingNode()) {
                wrong.add(at + " has " + field.getKey() + ", which is not described");
            } else {
                check(at + "." + field.getKey(), field.getValue(), property, wrong);
            }
        });
    }

    private static boolean isOneOf(String text, JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const").asText().equals(text);
        }
        if (!schema.has("enum")) {
            return true;
        }
        for (JsonNode constant : schema.path("enum")) {
            if (constant.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
