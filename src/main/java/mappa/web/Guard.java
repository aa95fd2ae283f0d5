package mappa.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.audit.RequestKey;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import mappa.identity.Forbidden;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.SessionOfRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/// The door of every endpoint: who is it, may their role use the operation, and was the form really
/// ours.
@ApplicationScoped
class Guard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentIdentityAssociation identities;
    private final SignIns signIns;
    private final CurrentActor current;
    private final RequestKey requestKey;
    private final FormKeys formKeys;
    private final Forms forms;
    private final HeldForms heldForms;

    Guard(
            CurrentIdentityAssociation identities,
            SignIns signIns,
            CurrentActor current,
            RequestKey requestKey,
            FormKeys formKeys,
            Forms forms,
            HeldForms heldForms) {
        this.identities = identities;
        this.signIns = signIns;
        this.current = current;
        this.requestKey = requestKey;
        this.formKeys = formKeys;
        this.forms = forms;
        this.heldForms = heldForms;
    }

    /// @return an answer instead of the endpoint's: only for a form whose session has ended
    @WithFormRead
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    @Nullable Response check(
            ContainerRequestContext request, ResourceInfo endpoint, RoutingContext routing) {
        var operation = operation(endpoint);
        var program = request.getUriInfo().getPath().startsWith("/api/");
        MDC.put("route", program ? "api" : "page");
        if (!operation.needsSignIn()) {
            identify(routing); // the frame shows who is signed in, where somebody is
            return null;
        }
        var form = program ? Form.empty() : received();
        if (!identify(routing)) {
            if (!SAFE.contains(request.getMethod()) && !program) {
                return hold(form, routing);
            }
            throw new UnauthorizedException();
        }
        var actor = current.get();
        var role = actor.role();
        if (operation.needsRole() && (role == null || !operation.allows(role))) {
            throw new Forbidden(operation);
        }
        if (!SAFE.contains(request.getMethod())) {
            acceptKey(request, form, program, actor);
        }
        return null;
    }

    private static Operation operation(ResourceInfo endpoint) {
        var requires = endpoint.getResourceMethod().getAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException(
                    endpoint.getResourceMethod() + " names no operation of the policy");
        }
        return requires.value();
    }

    private boolean identify(RoutingContext routing) {
        try {
            var identity = identities.getIdentity();
            if (identity == null || identity.isAnonymous()) {
                return false;
            }
            current.set(signIns.actor(token(identity), SessionOfRequest.find(routing)));
            return true;
        } catch (AuthenticationFailedException ended) {
            return false;
        }
    }

    private static JsonWebToken token(SecurityIdentity identity) {
        return (JsonWebToken) identity.getPrincipal();
    }

    private Form received() {
        var data = CurrentRequestManager.get().getFormData();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, Upload> uploads = new LinkedHashMap<>();
        if (data != null) {
            for (String name : data) {
                var texts = new ArrayList<String>();
                data.get(name)
                        .forEach(
                                value -> {
                                    if (!value.isFileItem()) {
                                        texts.add(value.getValue());
                                    } else if (!value.getFileName().isEmpty()) {
                                        uploads.put(name, upload(value));
                                    }
                                });
                fields.put(name, texts);
            }
        }
        forms.received(fields, uploads);
        return forms.sent();
    }

    private static Upload upload(FormValue file) {
        try {
            var item = file.getFileItem();
            return new Upload(file.getFileName(), item.getFile(), item.getFileSize());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// A form whose session has ended: kept for its writer if the key shows who that is, otherwise
    /// nobody's.
    private Response hold(Form form, RoutingContext routing) {
        var key = formKeys.read(form.text(Form.KEY)).orElseThrow(UnauthorizedException::new);
        var id = heldForms.hold(key.person(), routing.normalizedPath(), form);
        return Response.seeOther(URI.create("/session-ended?held=" + id)).build();
    }

    private void acceptKey(
            ContainerRequestContext request, Form form, boolean program, Actor actor) {
        if (program) {
            var key = request.getHeaderString("Idempotency-Key");
            if (key == null || key.isBlank() || key.length() > 128) {
                throw new KeyMissing();
            }
            requestKey.set(key, true);
            return;
        }
        var site = request.getHeaderString("Sec-Fetch-Site");
        var key = formKeys.read(form.text(Form.KEY));
        var own = site == null || site.equals("same-origin") || site.equals("none");
        if (!own || key.isEmpty() || !key.get().person().equals(actor.personId())) {
            throw new ForeignForm();
        }
        requestKey.set(key.get().id().toString(), false);
    }

    /// A program's unsafe call came without an idempotency key.
    static class KeyMissing extends RuntimeException {}

    /// A form that we did not give to this person, or gave too long ago.
    static class ForeignForm extends RuntimeException {}

    static UUID newCorrelation() {
        return com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
    }
}
