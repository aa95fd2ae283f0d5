package mappa.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.identity.Requires;
import org.junit.jupiter.api.Test;

/// The description says what the API does: its examples can be sent, its refusals are there.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ApiDocumentTest {

    @Inject ObjectMapper json;
    @Inject Validator validator;

    @Test
    void describesEveryEndpointOfTheApiAndNoPage() throws Exception {
        var document = document();
        assertThat(document.at("/info/title").asText()).isEqualTo("MAPPA case meetings");
        var scheme = document.at("/components/securitySchemes/token");
        assertThat(scheme.path("scheme").asText()).isEqualTo("bearer");
        assertThat(document.path("paths").size()).isGreaterThan(30);
        document.path("paths")
                .fields()
                .forEachRemaining(
                        path -> {
                            assertThat(path.getKey()).startsWith("/api/");
                            path.getValue()
                                    .fields()
                                    .forEachRemaining(
                                            operation ->
                                                    check(
                                                            operation.getKey()
                                                                    + " "
                                                                    + path.getKey(),
                                                            operation.getValue()));
                        });
    }

    private static void check(String name, JsonNode operation) {
        var problems = operation.at("/responses/404/content/application~1problem+json");
        assertThat(problems.isMissingNode()).as(name).isFalse();
        assertThat(operation.path("tags").size()).as(name + " has a heading").isEqualTo(1);
        var takesKey =
                operation.path("parameters").findValuesAsText("name").contains("Idempotency-Key");
        assertThat(takesKey).as(name).isEqualTo(!name.startsWith("get "));
        if (takesKey) {
            assertThat(
                            operation
                                    .at(
                                            "/responses/409/content/application~1problem+json/example/rule")
                                    .asText())
                    .as(name)
                    .startsWith("R-");
        }
    }

    @Test
    void examplesHaveTheShapeThatIsRead() throws Exception {
        var endpoints = endpoints();
        var tried = 0;
        try (var in = getClass().getResourceAsStream("/api-examples.json")) {
            for (var example : json.readTree(in).properties()) {
                var method = endpoints.get(example.getKey());
                assertThat(method).as(example.getKey()).isNotNull();
                var request = example.getValue().get("request");
                if (request != null) {
                    var body =
                            Arrays.stream(method.getParameters())
                                    .filter(one -> one.getType() != UUID.class)
                                    .filter(one -> !one.getType().isEnum())
                                    .filter(one -> !one.isAnnotationPresent(QueryParam.class))
                                    .findFirst()
                                    .orElseThrow();
                    var command =
                            json.readValue(
                                    request.toString(),
                                    json.constructType(body.getParameterizedType()));
                    assertThat(validator.validate(command)).as(example.getKey()).isEmpty();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(15);
    }

    private static Map<String, Method> endpoints() {
        var endpoints = new LinkedHashMap<String, Method>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("mappa")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Resource"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Requires.class))
                        .map(JavaMethod::reflect)
                        .forEach(method -> endpoints.put(name(method), method));
        return endpoints;
    }

    private static String name(Method method) {
        var own = method.getAnnotation(jakarta.ws.rs.Path.class);
        var path =
                method.getDeclaringClass().getAnnotation(jakarta.ws.rs.Path.class).value()
                        + (own == null ? "" : "/" + own.value());
        var verb =
                Arrays.stream(method.getAnnotations())
                        .map(
                                one ->
                                        one.annotationType()
                                                .getAnnotation(jakarta.ws.rs.HttpMethod.class))
                        .filter(one -> one != null)
                        .findFirst()
                        .orElseThrow()
                        .value();
        return verb + " " + path;
    }

    private JsonNode document() throws Exception {
        return json.readTree(
                given().queryParam("format", "JSON")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
