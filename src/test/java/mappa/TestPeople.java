package mappa;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Grade;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// People of invented areas, for tests: each test asks for those it is about and gets the same
/// again.
@ApplicationScoped
public class TestPeople {

    static final String ISSUER = "https://identity.test";
    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

    private final Actors actors;
    private final EntityManager entities;
    private final CurrentActor current;
    private final Clock clock;
    private final Map<String, UUID> agencies = new HashMap<>();

    TestPeople(Actors actors, EntityManager entities, CurrentActor current, Clock clock) {
        this.clock = clock;
        this.actors = actors;
        this.entities = entities;
        this.current = current;
    }

    /// Makes an area unless it is there.
    @Transactional
    public void area(String code) {
        entities.createNativeQuery(
                        "insert into area (code, name) values (:code, :code) on conflict do nothing")
                .setParameter("code", code)
                .executeUpdate();
    }

    /// Makes an agency of an area unless it is there.
    @Transactional
    public UUID agency(String area, String name) {
        area(area);
        return agencies.computeIfAbsent(
                area + name,
                key -> {
                    var id = UUID.nameUUIDFromBytes(key.getBytes());
                    entities.createNativeQuery(
                                    """
                                    insert into agency (id, area_code, name, kind)
                                    values (:id, :area, :name, 'DUTY_TO_COOPERATE') on conflict do nothing
                                    """)
                            .setParameter("id", id)
                            .setParameter("area", area)
                            .setParameter("name", name)
                            .executeUpdate();
                    return id;
                });
    }

    /// Somebody with one role in one area; made at the first call. A chair is senior enough for
    /// each level.
    ///
    /// @param name user name, the subject at the identity provider
    @Transactional
    public Actor person(String name, Role role, @Nullable String area, @Nullable UUID agency) {
        if (area != null) {
            area(area);
        }
        var id = actors.account(ISSUER, name, name, name + "@mail.test");
        var known = actors.find(id, null).orElseThrow();
        if (known.appointments().stream().noneMatch(one -> one.role() == role)) {
            actors.appoint(
                    id,
                    role,
                    area,
                    agency,
                    role == Role.CHAIR ? Grade.SENIOR_MANAGER : null,
                    clock.instant(),
                    null);
        }
        return actors.find(id, null).orElseThrow();
    }

    public Actor person(String name, Role role, String area) {
        return person(name, role, area, null);
    }

    /// Runs work in a request context as an actor, as a page or a worker would.
    public <T> T as(Actor actor, Supplier<T> work) {
        var context = Arc.container().requestContext();
        var own = !context.isActive();
        if (own) {
            context.activate();
        }
        try {
            return current.as(actor, work);
        } finally {
            if (own) {
                context.terminate();
            }
        }
    }

    public void as(Actor actor, Runnable work) {
        as(
                actor,
                () -> {
                    work.run();
                    return null;
                });
    }

    /// A browser in which somebody is signed in; redirects are not followed.
    public static RequestSpecification browser(String name) {
        return given().redirects().follow(false).header(TestSignIn.HEADER, name);
    }

    /// The form key that a page shows to somebody: what their next form is sent with.
    public static String formKey(String name, String path) {
        var page = browser(name).get(path).then().statusCode(200).extract().asString();
        var key = FORM_KEY.matcher(page);
        if (!key.find()) {
            throw new AssertionError(path + " has no form");
        }
        return key.group(1);
    }

    /// A form that somebody is about to send from a page.
    public static RequestSpecification form(String name, String path) {
        return browser(name).formParam("formKey", formKey(name, path));
    }

    /// A program with a token of somebody; unsafe calls get a key of their own.
    public static RequestSpecification program(String name) {
        return given().redirects()
                .follow(false)
                .header("Authorization", authorization(name))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /// Header with a signed token of somebody, as the identity provider would give it to a program.
    public static String authorization(String name) {
        return "Bearer "
                + Jwt.issuer(ISSUER)
                        .subject(name)
                        .upn(name)
                        .claim("name", name)
                        .audience("case-meetings-api")
                        .expiresIn(300)
                        .sign();
    }
}
