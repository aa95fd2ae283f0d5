package mappa;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.JwtClaims;

/// Signs tests in at pages by a header; the API's bearer tokens are left to the real mechanism.
@ApplicationScoped
class TestSignIn implements HttpAuthenticationMechanism {

    static final String HEADER = "Test-User";

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext routing, IdentityProviderManager manager) {
        var subject = routing.request().getHeader(HEADER);
        if (subject == null || routing.normalizedPath().startsWith("/api/")) {
            return Uni.createFrom().nullItem();
        }
        var claims = new JwtClaims();
        claims.setIssuer(TestPeople.ISSUER);
        claims.setSubject(subject);
        claims.setStringClaim("name", subject);
        claims.setClaim("upn", subject);
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                                .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/api/")
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
                : Uni.createFrom().item(new ChallengeData(302, "Location", "/identity-provider"));
    }

    @Override
    public int getPriority() {
        return 5000;
    }
}
