package mappa.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// What all endpoints of the API have in common, said once in `/q/openapi`: bearer tokens,
/// idempotency keys, problem documents. Examples stand in `api-examples.json`, a test sends them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String BEARER = "token";

    /// Refusals by status: description and example.
    private static final Map<String, Refusal> REFUSALS =
            new TreeMap<>(
                    Map.of(
                            "400",
                            new Refusal(
                                    "The request has the wrong shape",
                                    Map.of(
                                            "type",
                                            "/problems/invalid-request",
                                            "title",
                                            "Something is missing or wrong",
                                            "status",
                                            400,
                                            "errors",
                                            List.of(
                                                    Map.of(
                                                            "pointer",
                                                            "#/reason",
                                                            "detail",
                                                            "must not be blank")))),
                            "401",
                            new Refusal("No token, or none that is good now", null),
                            "403",
                            new Refusal(
                                    "The role cannot do this",
                                    Map.of(
                                            "type",
                                            "/problems/role-cannot",
                                            "title",
                                            "Your role cannot use this page",
                                            "status",
                                            403)),
                            "404",
                            new Refusal(
                                    "Not there, or not yours to see",
                                    Map.of(
                                            "type",
                                            "/problems/not-found",
                                            "title",
                                            "Page not found",
                                            "status",
                                            404)),
                            "409",
                            new Refusal(
                                    "A rule does not allow it, or somebody else changed it",
                                    Map.of(
                                            "type",
                                            "/problems/rule-broken",
                                            "title",
                                            "That is not possible now",
                                            "status",
                                            409,
                                            "rule",
                                            "R-REF-07",
                                            "detail",
                                            "This panel has decided already.")),
                            "422",
                            new Refusal(
                                    "The idempotency key was used for something else",
                                    Map.of(
                                            "type",
                                            "/problems/key-reused",
                                            "title",
                                            "That idempotency key was used for something else",
                                            "status",
                                            422))));

    private record Refusal(String description, Object example) {}

    /// @param request an example of what is sent; null where nothing is
    /// @param response an example of what comes back; null where nothing does
    private record Example(String summary, Object request, Object response) {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var examples = examples();
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "A token of the identity provider for the audience"
                                                + " case-meetings-api. What its subject may do stands in"
                                                + " this service, not in the token."));
        document.getComponents().addSchema("Problem", problem());
        for (var path : Map.copyOf(document.getPaths().getPathItems()).keySet()) {
            if (!path.startsWith("/api/")) {
                document.getPaths().removePathItem(path);
                continue;
            }
            document.getPaths()
                    .getPathItem(path)
                    .getOperations()
                    .forEach(
                            (method, operation) ->
                                    complete(
                                            method,
                                            operation,
                                            examples.get(method.name() + " " + path)));
        }
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
    }

    private static void complete(HttpMethod method, Operation operation, Example example) {
        var unsafe = method != HttpMethod.GET && method != HttpMethod.HEAD;
        if (unsafe) {
            operation.addParameter(idempotencyKey());
        }
        REFUSALS.forEach(
                (status, refusal) -> {
                    if (unsafe || !(status.equals("409") || status.equals("422"))) {
                        operation.getResponses().addAPIResponse(status, response(refusal));
                    }
                });
        if (example == null) {
            return;
        }
        operation.summary(example.summary());
        if (example.request() != null && operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.request());
        }
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("2"))
                .filter(entry -> entry.getValue().getContent() != null)
                .forEach(entry -> show(entry.getValue().getContent(), example.response()));
    }

    private static void show(Content content, Object example) {
        content.getMediaTypes().values().forEach(type -> type.setExample(example));
    }

    private static Schema problem() {
        var text = Schema.SchemaType.STRING;
        return schema(Schema.SchemaType.OBJECT)
                .description("Why a request was refused (RFC 9457)")
                .addProperty("type", schema(text))
                .addProperty("title", schema(text))
                .addProperty("status", schema(Schema.SchemaType.INTEGER))
                .addProperty(
                        "rule",
                        schema(text).description("Number of the rule that was broken: `R-REF-07`"))
                .addProperty(
                        "detail",
                        schema(text)
                                .description(
                                        "What was expected and what was found; names no person"))
                .addProperty(
                        "errors",
                        schema(Schema.SchemaType.ARRAY)
                                .items(
                                        schema(Schema.SchemaType.OBJECT)
                                                .addProperty(
                                                        "pointer",
                                                        schema(text).description("JSON pointer"))
                                                .addProperty("detail", schema(text))
                                                .addProperty(
                                                        "rule",
                                                        schema(text)
                                                                .description(
                                                                        "Where several are broken: its number"))))
                .addProperty("instance", schema(text).description("Correlation id of the request"));
    }

    private static Schema schema(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description(
                        "Names this call, at most 128 characters, best a random UUID. Sent again with"
                                + " the same contents it gives the first answer and does nothing twice;"
                                + " with others it is refused. Answers are kept 7 days.")
                .schema(schema(Schema.SchemaType.STRING).maxLength(128))
                .example("5f0c6c1e-3b1d-4a57-9d3c-2f3a8f8f9d10");
    }

    private static APIResponse response(Refusal refusal) {
        var response = OASFactory.createAPIResponse().description(refusal.description());
        if (refusal.example() != null) {
            response.content(
                    OASFactory.createContent()
                            .addMediaType(
                                    "application/problem+json",
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref(PROBLEM))
                                            .example(refusal.example())));
        }
        return response;
    }

    private static Map<String, Example> examples() {
        try (var in = ApiDocument.class.getResourceAsStream("/api-examples.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("api-examples.json", broken);
        }
    }
}
