package dev.accepted.guard.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a browser keeps, and what of it counts when it comes back. */
class SessionsTest {

  private static final byte[] KEY = new byte[32];

  private final SettableClock clock = new SettableClock();
  private final Sessions sessions = new Sessions(KEY, clock);
  private final Instant until =
      clock.instant().plus(Duration.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);
  private final Session session =
      new Session(
          new Session.ByIssuer(
              new Caller("user:alice", Optional.of("acme"), Set.of(Role.SUBMIT, Role.ADMIN))),
          until);

  @Test
  void whatWasSealedIsOpenedByAnyNodeWithTheKey() {
    Session byKey = new Session(new Session.ByKey("acc_1"), until);
    Sessions anotherNode = new Sessions(KEY, clock);

    assertThat(anotherNode.opened(sessions.sealed(session))).contains(session);
    assertThat(anotherNode.opened(sessions.sealed(byKey))).contains(byKey);
  }

  @Test
  void oneWithoutTenantHasNone() {
    Session free =
        new Session(
            new Session.ByIssuer(new Caller("user:bob", Optional.empty(), Set.of())), until);

    assertThat(sessions.opened(sessions.sealed(free))).contains(free);
  }

  @Test
  void nothingOfItCanBeRead() {
    String sealed = sessions.sealed(session);

    assertThat(sealed).matches("[A-Za-z0-9._-]+").doesNotContain("alice");
    assertThat(sealed.length()).isLessThan(1_000);
    assertThat(sessions.sealed(session)).isNotEqualTo(sealed);
  }

  /** What begins otherwise isn't opened: a library that wrote it so would end all sessions. */
  @Test
  void itBeginsAsItAlwaysDid() {
    assertThat(sessions.sealed(session)).startsWith("eyJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiZGlyIn0..");
  }

  @Test
  void itEnds() {
    String sealed = sessions.sealed(session);

    clock.advance(Duration.ofHours(8).plusSeconds(1));

    assertThat(sessions.opened(sealed)).isEmpty();
  }

  @Test
  void whatWasTouchedOrSealedWithAnotherKeyDoesNotCount() {
    String sealed = sessions.sealed(session);
    byte[] other = KEY.clone();
    Arrays.fill(other, (byte) 1);

    assertThat(new Sessions(other, clock).opened(sealed)).isEmpty();
    assertThat(sessions.opened("")).isEmpty();
    assertThat(sessions.opened("nonsense")).isEmpty();
    assertThat(sessions.opened(sealed.substring(1))).isEmpty();
    for (int dot = sealed.indexOf('.'); dot > 0; dot = sealed.indexOf('.', dot + 1)) {
      isNothingTouchedAt(sealed, dot - 3);
    }
    isNothingTouchedAt(sealed, sealed.length() - 3);
  }

  private void isNothingTouchedAt(String sealed, int at) {
    char other = sealed.charAt(at) == 'A' ? 'g' : 'A';
    String touched = sealed.substring(0, at) + other + sealed.substring(at + 1);
    assertThat(sessions.opened(touched)).as("touched at %d", at).isEmpty();
  }

  @Test
  void oneKindIsNotTakenForTheOther() {
    Attempt attempt = new Attempt("state", "nonce", "verifier", "/results/1");

    assertThat(sessions.attempt(sessions.sealed(attempt, until))).contains(attempt);
    assertThat(sessions.opened(sessions.sealed(attempt, until))).isEmpty();
    assertThat(sessions.attempt(sessions.sealed(session))).isEmpty();
  }
}
