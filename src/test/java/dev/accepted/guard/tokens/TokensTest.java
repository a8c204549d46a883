package dev.accepted.guard.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.Verdict;
import dev.accepted.job.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count, and what becomes of them when the issuer changes its keys or is down. */
class TokensTest {

  private static final Duration SKEW = Duration.ofSeconds(30);

  private final SettableClock clock = new SettableClock();
  private final List<Boolean> down = new ArrayList<>();
  private TestIssuer issuer;
  private Tokens tokens;

  @BeforeEach
  void start() throws Exception {
    issuer = TestIssuer.start();
    tokens = tokens(Map.of());
    assertThat(tokens.runOnce()).isTrue();
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private Tokens tokens(Map<String, String> more) {
    return tokens(more, (why, again) -> down.add(again));
  }

  private Tokens tokens(Map<String, String> more, IssuerWatch watch) {
    Map<String, String> all = new HashMap<>(more);
    all.put("accepted.auth", "oidc");
    all.put("accepted.auth.issuer", issuer.url());
    all.put("accepted.auth.audience", TestIssuer.AUDIENCE);
    Settings settings = TestSettings.in(Path.of("data"), all);
    return new Tokens(settings.auth().issuer().orElseThrow(), clock, watch);
  }

  private JWTClaimsSet.Builder claims() {
    return issuer.claims(clock.instant());
  }

  private Verdict verdict(JWTClaimsSet.Builder claims) throws Exception {
    return tokens.verdict(issuer.token(claims.build()));
  }

  private static Verdict known(String name, @Nullable String tenant, Role... roles) {
    return new Verdict.Known(new Caller(name, Optional.ofNullable(tenant), Set.of(roles)));
  }

  @Test
  void aTokenSaysWhoItIsOfWhichTenantAndWhatItMay() throws Exception {
    assertThat(verdict(claims())).isEqualTo(known("user:alice", null));
    assertThat(verdict(claims().claim("tenant", "acme").claim("roles", List.of("submit", "x", 7))))
        .isEqualTo(known("user:alice", "acme", Role.SUBMIT));
    assertThat(verdict(claims().claim("scope", "openid observe")))
        .isEqualTo(known("user:alice", null, Role.OBSERVE));
  }

  @Test
  void otherClaimsCanBeNamed() throws Exception {
    tokens =
        tokens(
            Map.of(
                "accepted.auth.claims.name", "email",
                "accepted.auth.claims.tenant", "org",
                "accepted.auth.claims.roles", "realm_access.roles"));
    tokens.runOnce();

    assertThat(
            verdict(
                claims()
                    .claim("email", "a@b.example")
                    .claim("org", "acme")
                    .claim("realm_access", Map.of("roles", List.of("admin")))))
        .isEqualTo(known("user:a@b.example", "acme", Role.ADMIN));
    assertThat(verdict(claims())).as("without its name").isEqualTo(Verdict.INVALID);
  }

  @Test
  void namesAreOwnersWithoutSlashesOrControlsAndNeverTheSame() throws Exception {
    Verdict.Known odd = (Verdict.Known) verdict(claims().subject("a/b\n%é"));
    Verdict.Known longer = (Verdict.Known) verdict(claims().subject("x".repeat(500)));
    Verdict.Known other = (Verdict.Known) verdict(claims().subject("x".repeat(501)));

    assertThat(odd.caller().name()).isEqualTo("user:a%2Fb%0A%25%C3%A9");
    assertThat(longer.caller().name()).startsWith("user:~").hasSizeLessThan(100);
    assertThat(other.caller().name()).isNotEqualTo(longer.caller().name());
    assertThat(verdict(claims().subject(longer.caller().name().substring(5))))
        .as("one that is called as another is shortened")
        .isNotEqualTo(longer);
  }

  @Test
  void anEmptyTenantIsNotTheSameAsNone() throws Exception {
    assertThat(verdict(claims().claim("tenant", ""))).isEqualTo(Verdict.INVALID);
    assertThat(verdict(claims().claim("tenant", List.of("a")))).isEqualTo(Verdict.INVALID);
  }

  @Test
  void timesCountWithinTheSkew() throws Exception {
    Instant now = clock.instant();
    String token = issuer.token(claims().build());

    clock.set(now.plusSeconds(299).plus(SKEW));
    assertThat(tokens.verdict(token)).isInstanceOf(Verdict.Known.class);
    clock.set(now.plusSeconds(301).plus(SKEW));
    assertThat(tokens.verdict(token)).isEqualTo(Verdict.EXPIRED);
    assertThat(
            verdict(claims().notBeforeTime(Date.from(clock.instant().plus(SKEW).plusSeconds(2)))))
        .isEqualTo(Verdict.INVALID);
    assertThat(
            verdict(claims().notBeforeTime(Date.from(clock.instant().plus(SKEW).minusSeconds(2)))))
        .isInstanceOf(Verdict.Known.class);
    assertThat(verdict(claims().expirationTime(null)))
        .as("without an end")
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void tokensForOthersOrOfOthersDoNotCount() throws Exception {
    assertThat(verdict(claims().audience("other"))).isEqualTo(Verdict.INVALID);
    assertThat(verdict(claims().audience((String) null))).isEqualTo(Verdict.INVALID);
    assertThat(verdict(claims().issuer("http://127.0.0.1:1"))).isEqualTo(Verdict.INVALID);
    RSAKey same = new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
    assertThat(tokens.verdict(TestIssuer.signed(claims().build(), same)))
        .as("signed by another under the key's name")
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void signaturesOfTheWrongKindDoNotCount() throws Exception {
    assertThat(tokens.verdict(new PlainJWT(claims().build()).serialize()))
        .isEqualTo(Verdict.INVALID);
    SignedJWT shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(),
            claims().build());
    shared.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
    assertThat(tokens.verdict(shared.serialize())).isEqualTo(Verdict.INVALID);
    String good = issuer.token(claims().build());
    assertThat(tokens.verdict(good.substring(0, good.lastIndexOf('.') + 1)))
        .isEqualTo(Verdict.INVALID);
    String[] parts = good.split("\\.", -1);
    String more =
        issuer.token(claims().claim("roles", List.of("admin")).build()).split("\\.", -1)[1];
    assertThat(tokens.verdict(parts[0] + '.' + more + '.' + parts[2])).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJub25lIn0.e30.", "\u0000.\u0000.\u0000"})
  void rubbishDoesNotCount(String rubbish) {
    assertThat(tokens.verdict(rubbish)).isEqualTo(Verdict.INVALID);
  }

  /** The library fails with some of these in ways of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "7",
        "{'alg':null}",
        "{'alg':7}",
        "{'alg':'none'}",
        "{'alg':'dir','enc':'A256GCM'}",
        "{'alg':'RS256','crit':[null]}",
        "{'alg':'RS256','crit':7}",
        "{'alg':'RS256','jwk':{'kty':'?'}}",
        "{'alg':'RS256','kid':{}}",
        "{'alg':'RS256','x5c':['AA',7]}",
        "{'alg':'RS256','b64':false,'crit':['b64']}",
        "{'typ':'JWT'}"
      })
  void noHeaderIsMoreThanInvalid(String header) throws Exception {
    String[] parts = issuer.token(claims().build()).split("\\.", -1);
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

    assertThat(tokens.verdict(encoded + '.' + parts[1] + '.' + parts[2]))
        .isEqualTo(Verdict.INVALID);
    assertThat(tokens.verdict(encoded + "..")).isEqualTo(Verdict.INVALID);
    assertThat(tokens.verdict(encoded + ".e30.AAAA")).isEqualTo(Verdict.INVALID);
  }

  @Test
  void aNewKeyIsLookedForOnceAndTheOldOneCountsNoMore() throws Exception {
    String old = issuer.token(claims().build());
    assertThat(tokens.verdict(old)).isInstanceOf(Verdict.Known.class);
    issuer.rotate();
    String fresh = issuer.token(claims().build());
    assertThat(tokens.verdict(fresh)).as("just looked").isEqualTo(Verdict.INVALID);

    clock.advance(IssuerKeys.ASKED);
    assertThatThrownBy(() -> tokens.verdict(fresh)).isInstanceOf(IssuerUnavailable.class);
    assertThat(tokens.runOnce()).isTrue();

    assertThat(tokens.verdict(fresh)).isInstanceOf(Verdict.Known.class);
    assertThat(tokens.verdict(old)).isEqualTo(Verdict.INVALID);
    int asked = issuer.asked();
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(1));
      tokens.verdict(
          TestIssuer.signed(
              claims().build(), new RSAKey.Builder(issuer.key()).keyID("k" + i).build()));
      tokens.runOnce();
    }
    assertThat(issuer.asked())
        .as("strangers with keys of their own cause no more")
        .isEqualTo(asked);
  }

  @Test
  void whileTheIssuerIsDownItsKnownKeysGoOn() throws Exception {
    String known = issuer.token(claims().build());
    issuer.down(true);
    clock.advance(IssuerKeys.REGULAR.minus(Duration.ofMinutes(6)));
    assertThat(tokens.runOnce()).as("too early").isFalse();
    clock.advance(IssuerKeys.REGULAR);
    assertThat(tokens.runOnce()).isTrue();
    clock.advance(IssuerKeys.FAILED);
    assertThat(tokens.runOnce()).isTrue();
    assertThat(down).as("told the second time that it is no news").containsExactly(false, true);

    assertThat(verdict(claims())).isInstanceOf(Verdict.Known.class);
    assertThat(tokens.verdict(known)).isEqualTo(Verdict.EXPIRED);
    RSAKey other = new RSAKeyGenerator(2048).keyID("unknown").generate();
    assertThatThrownBy(() -> tokens.verdict(TestIssuer.signed(claims().build(), other)))
        .as("it may be new")
        .isInstanceOf(IssuerUnavailable.class);
    clock.advance(IssuerKeys.USABLE);
    assertThatThrownBy(() -> verdict(claims())).isInstanceOf(IssuerUnavailable.class);

    issuer.down(false);
    assertThat(tokens.runOnce()).isTrue();
    assertThat(verdict(claims())).isInstanceOf(Verdict.Known.class);
  }

  /** Or each would wait for those before it, and for its own. */
  @Test
  void aLookThatTookLongIsNotRepeatedByThoseWhoHaveWaited() {
    issuer.down(true);
    Tokens slow = tokens(Map.of(), (why, again) -> clock.advance(Duration.ofSeconds(10)));

    assertThat(slow.runOnce()).isTrue();
    assertThat(slow.runOnce()).isFalse();
  }

  @Test
  void beforeTheFirstLookNothingIsKnown() {
    Tokens fresh = tokens(Map.of());

    assertThatThrownBy(() -> fresh.verdict(issuer.token(claims().build())))
        .isInstanceOf(IssuerUnavailable.class);
  }
}
