package mappa.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import mappa.audit.RequestKey;
import mappa.identity.CurrentActor;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// The form that the running request sent, and how its command ends: a redirect, or the same form
/// with what stopped it.
@RequestScoped
public class Forms {

    private final RequestKey key;
    private final HeldForms held;
    private final CurrentActor current;
    private final ObjectMapper json;
    private Form sent = Form.empty();
    private Map<String, Upload> uploads = Map.of();

    Forms(RequestKey key, HeldForms held, CurrentActor current, ObjectMapper json) {
        this.key = key;
        this.held = held;
        this.current = current;
        this.json = json;
    }

    void received(Map<String, List<String>> fields, Map<String, Upload> uploads) {
        sent = Form.of(fields);
        this.uploads = uploads;
    }

    /// What was sent.
    public Form sent() {
        return sent;
    }

    /// The file that came in a field; null where none was chosen.
    public @Nullable Upload upload(String field) {
        return uploads.get(field);
    }

    /// Keeps what was sent for its writer, who goes to another page and comes back.
    ///
    /// @param path to come back to
    /// @return what `held` is in its address
    public UUID keep(String path) {
        return held.hold(current.get().personId(), path, sent);
    }

    /// The fields to show on a page: those given, or what its reader had typed before their session
    /// ended.
    public Form show(Form fields) {
        return held.takenBack().map(this::parse).orElse(fields);
    }

    private Form parse(String text) {
        try {
            return Form.of(
                    json.readValue(
                            text, new TypeReference<LinkedHashMap<String, List<String>>>() {}));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Carries out a command and redirects to where its result is seen.
    ///
    /// @param command answers the path to go to
    /// @param again the form's page, shown with the refusal: 400 for fields, 409 for a rule or
    ///   another's change
    public Response submit(Supplier<String> command, Function<Form, TemplateInstance> again) {
        try {
            sent.check();
            var path = command.get();
            return Response.seeOther(target(path)).build();
        } catch (Invalid invalid) {
            return page(400, again.apply(sent.refused(invalid)));
        } catch (RuleBroken broken) {
            return page(409, again.apply(sent.refused(broken)));
        } catch (Changed changed) {
            return page(409, again.apply(sent.conflictsWith(changed)));
        }
    }

    private URI target(String path) {
        var target = UriBuilder.fromUri(path);
        key.firstDoneAt().ifPresent(at -> target.replaceQueryParam("repeated", at));
        return target.build();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page).build();
    }
}
