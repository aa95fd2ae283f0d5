package mappa.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import mappa.RealParts;
import mappa.TestPeople;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tokens that are not good now open nothing (SEC-14); the good one shows that the others fail for
/// what is wrong with them alone.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BearerTokenTest {

    private static final String PATH = "/api/audit/verification";
    private static final String ISSUER = "https://identity.test";

    @Inject TestPeople people;

    @ConfigProperty(name = "mappa.test.public-key")
    String publicKey;

    @Test
    @Tag("SEC-14")
    void onlyAGoodTokenOpensTheApi() throws Exception {
        people.person("token.auditor", Role.AUDITOR, "TK");
        assertThat(status(good().sign())).isEqualTo(200);

        bad().forEach((name, token) -> assertThat(status(token)).as(name).isEqualTo(401));
        given().get(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(blankOrNullString());
        given().header("Authorization", "Basic " + base64("token.auditor:x"))
                .get(PATH)
                .then()
                .statusCode(401);
        given().queryParam("access_token", good().sign()).get(PATH).then().statusCode(401);
        given().cookie("q_session", good().sign()).get(PATH).then().statusCode(401);
    }

    private Map<String, String> bad() throws Exception {
        var now = Instant.now();
        var bad = new LinkedHashMap<String, String>();
        bad.put("other issuer", good().issuer("https://elsewhere.test").sign());
        bad.put("issuer with a slash", good().issuer(ISSUER + "/").sign());
        bad.put("no issuer", claims().audience("case-meetings-api").expiresIn(300).sign());
        bad.put("other audience", good().audience("case-meetings-web").sign());
        bad.put("no audience", claims().issuer(ISSUER).expiresIn(300).sign());
        bad.put(
                "expired",
                good().issuedAt(now.minusSeconds(900)).expiresAt(now.minusSeconds(600)).sign());
        bad.put("not valid yet", good().claim("nbf", now.plusSeconds(600).getEpochSecond()).sign());
        var stranger = KeyPairGenerator.getInstance("RSA");
        stranger.initialize(2048);
        bad.put("signed by a stranger", good().sign(stranger.generateKeyPair().getPrivate()));
        var token = good().sign();
        var parts = token.split("\\.");
        bad.put("alg none", base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        bad.put(
                "alg none with a signature",
                base64("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        bad.put("signed with the public key as a secret", hmac(parts[1]));
        bad.put(
                "other claims under the signature",
                parts[0] + "." + changed(parts[1]) + "." + parts[2]);
        bad.put("no signature", parts[0] + "." + parts[1] + ".");
        bad.put("no token", "x");
        bad.put("nothing", "");
        return bad;
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.subject("token.auditor").upn("token.auditor").claim("name", "token.auditor");
    }

    private static JwtClaimsBuilder good() {
        return claims().issuer(ISSUER).audience("case-meetings-api").expiresIn(300);
    }

    /// HS256 with what everybody knows: the public key's text.
    private String hmac(String payload) throws Exception {
        var signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + payload;
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(
                new javax.crypto.spec.SecretKeySpec(
                        publicKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String changed(String payload) {
        var text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return base64(text.replace("token.auditor", "token.coordinator"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token).get(PATH).statusCode();
    }
}
