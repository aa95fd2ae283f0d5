package mappa.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.audit.KeyReused;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Forbidden;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The only place that knows the status of a refusal: a problem document for programs, the same as
/// a page for people.
@ApplicationScoped
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Words words;
    private final RoutingContext routing;
    private final CurrentActor current;
    private final Actors actors;

    Problems(Words words, RoutingContext routing, CurrentActor current, Actors actors) {
        this.words = words;
        this.routing = routing;
        this.current = current;
        this.actors = actors;
    }

    @CheckedTemplate(basePath = "Problems")
    static class Templates {
        static native TemplateInstance problem(Problem problem, List<String> who);

        private Templates() {}
    }

    @ServerExceptionMapper
    Response ruleBroken(RuleBroken broken) {
        var detail = words.of(Words.ENGLISH, broken.message(), broken.arguments().toArray());
        var parts = broken.parts().stream().map(this::part).toList();
        return answer(
                409,
                "rule-broken",
                "R-" + broken.rule().id(),
                detail,
                parts.isEmpty() ? null : parts,
                List.of());
    }

    private Problem.FieldProblem part(RuleBroken.Part part) {
        return new Problem.FieldProblem(
                "#/" + part.about(),
                words.of(Words.ENGLISH, part.message(), part.arguments().toArray()),
                "R-" + part.rule().id());
    }

    @ServerExceptionMapper
    Response notFound(NotFound absent) {
        return answer(404, "not-found", null, say("web.problem.not-found"), null, List.of());
    }

    @ServerExceptionMapper
    Response noSuchPage(jakarta.ws.rs.NotFoundException absent) {
        return answer(404, "not-found", null, say("web.problem.not-found"), null, List.of());
    }

    @ServerExceptionMapper
    Response invalid(Invalid invalid) {
        var errors =
                invalid.problems().stream()
                        .map(
                                problem ->
                                        new Problem.FieldProblem(
                                                "#/" + problem.field().replace('.', '/'),
                                                words.of(
                                                        Words.ENGLISH,
                                                        problem.message(),
                                                        problem.arguments().toArray())))
                        .sorted(Comparator.comparing(Problem.FieldProblem::pointer))
                        .toList();
        return answer(400, "invalid-request", null, null, errors, List.of());
    }

    @ServerExceptionMapper
    Response misshapen(ConstraintViolationException violations) {
        var errors =
                violations.getConstraintViolations().stream()
                        .map(
                                violation ->
                                        new Problem.FieldProblem(
                                                pointer(violation.getPropertyPath().toString()),
                                                violation.getMessage()))
                        .sorted(Comparator.comparing(Problem.FieldProblem::pointer))
                        .toList();
        return answer(400, "invalid-request", null, null, errors, List.of());
    }

    /// `method.argument.field.inner` of a violation as `#/field/inner`.
    private static String pointer(String path) {
        var parts = path.split("\\.", 3);
        return "#/" + (parts.length < 3 ? "" : parts[2].replace('.', '/'));
    }

    /// JSON that is well-formed but not what is read; what was sent is not repeated.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        var pointer =
                mismatch.getPath().stream()
                        .map(
                                part ->
                                        part.getFieldName() == null
                                                ? Integer.toString(part.getIndex())
                                                : part.getFieldName())
                        .collect(Collectors.joining("/", "#/", ""));
        var type = mismatch.getTargetType();
        var expected =
                type != null && type.isEnum()
                        ? Stream.of(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        : type == null ? "" : type.getSimpleName();
        var problem =
                new Problem.FieldProblem(
                        pointer, words.of(Words.ENGLISH, "web.problem.expected", expected));
        return answer(400, "invalid-request", null, null, List.of(problem), List.of());
    }

    @ServerExceptionMapper
    Response changed(Changed changed) {
        return answer(
                409,
                "changed",
                null,
                words.of(Words.ENGLISH, "web.problem.changed", changed.expected(), changed.found()),
                null,
                List.of());
    }

    @ServerExceptionMapper
    Response changedWhileSaving(jakarta.persistence.OptimisticLockException changed) {
        return answer(
                409, "changed", null, say("web.problem.changed-while-saving"), null, List.of());
    }

    @ServerExceptionMapper
    Response forbidden(Forbidden forbidden) {
        var area = current.isSet() ? current.get().area() : null;
        var who = forbidden.operation().roles().stream().map(role -> holders(role, area)).toList();
        return answer(403, "role-cannot", null, say("web.problem.role-cannot"), null, who);
    }

    /// "MAPPA coordinator: Coordinator A, Coordinator B"
    private String holders(mappa.identity.Role role, @Nullable String area) {
        var name = say("web.role." + role);
        if (area == null) {
            return name;
        }
        var names = actors.names(actors.holders(area, role)).values();
        return names.isEmpty()
                ? name
                : name + ": " + names.stream().sorted().collect(Collectors.joining(", "));
    }

    @ServerExceptionMapper
    Response foreignForm(Guard.ForeignForm foreign) {
        return answer(400, "foreign-form", null, say("web.problem.foreign-form"), null, List.of());
    }

    @ServerExceptionMapper
    Response keyMissing(Guard.KeyMissing missing) {
        return answer(400, "key-missing", null, say("web.problem.key-missing"), null, List.of());
    }

    @ServerExceptionMapper
    Response keyReused(KeyReused reused) {
        return answer(422, "key-reused", null, say("web.problem.key-reused"), null, List.of());
    }

    @ServerExceptionMapper
    Response asTheFrameworkSays(WebApplicationException exception) {
        var status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        var known = status == 400 || status == 404 || status == 405 || status == 415;
        return answer(
                status,
                known ? "invalid-request" : "refused",
                null,
                say(status == 404 ? "web.problem.not-found" : "web.problem.not-understood"),
                null,
                List.of());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable bug) {
        for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
            if (cause instanceof jakarta.persistence.OptimisticLockException lost) {
                return changedWhileSaving(lost);
            }
        }
        LOG.errorf(bug, "Request failed");
        return answer(500, "unexpected", null, say("web.problem.unexpected"), null, List.of());
    }

    private String say(String key) {
        return words.of(Words.ENGLISH, key);
    }

    private Response answer(
            int status,
            String type,
            @Nullable String rule,
            @Nullable String detail,
            @Nullable List<Problem.FieldProblem> errors,
            List<String> who) {
        var problem =
                new Problem(
                        "/problems/" + type,
                        say("web.problem.title." + type),
                        status,
                        rule,
                        detail,
                        errors,
                        (String) MDC.get("correlationId"));
        var program = routing.normalizedPath().startsWith("/api/");
        return Response.status(status)
                .type(program ? "application/problem+json" : MediaType.TEXT_HTML)
                .entity(program ? problem : Templates.problem(problem, who).render())
                .build();
    }
}
