package dev.accepted.guard.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.LinkSettings;
import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.job.JobId;
import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which tokens of links count, for which job, and for how long. */
class LinkTokensTest {

  private static final JobId JOB =
      new JobId(UUID.fromString("019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f"));
  private static final Duration HOUR = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final ServerSecret secret = ServerSecret.random();
  private final LinkTokens tokens = tokens(secret, LinkSettings.DEFAULTS);

  private LinkTokens tokens(ServerSecret of, LinkSettings settings) {
    return new LinkTokens(of, settings, clock);
  }

  private String made(LinkTarget to) {
    return tokens.make(JOB, to, HOUR).text();
  }

  @Test
  void aTokenIsShortAndSaysWhatItOpens() {
    for (LinkTarget to : LinkTarget.values()) {
      assertThat(made(to)).matches("[A-Za-z0-9_-]{52}");
      assertThat(tokens.verdict(made(to), JOB)).isEqualTo(new LinkVerdict.Opens(to));
    }
    assertThat(tokens.make(JOB, LinkTarget.RESULT, HOUR).toString())
        .doesNotContain(made(LinkTarget.RESULT));
  }

  @Test
  void itFitsNoOtherJobAndNoOtherServer() {
    String token = made(LinkTarget.MONITOR);
    JobId next =
        new JobId(
            new UUID(
                JOB.value().getMostSignificantBits(), JOB.value().getLeastSignificantBits() + 1));

    assertThat(tokens.verdict(token, next)).isEqualTo(LinkVerdict.INVALID);
    assertThat(tokens(ServerSecret.random(), LinkSettings.DEFAULTS).verdict(token, JOB))
        .isEqualTo(LinkVerdict.INVALID);
    assertThat(tokens(ServerSecret.ofHex(secret.hex()), LinkSettings.DEFAULTS).verdict(token, JOB))
        .as("another node of the same store")
        .isEqualTo(new LinkVerdict.Opens(LinkTarget.MONITOR));
  }

  @Test
  void itCountsToTheSecondThatItSays() {
    clock.set(Instant.parse("2026-11-29T02:00:00.900Z"));
    LinkTokens.Made made = tokens.make(JOB, LinkTarget.RESULT, HOUR);

    assertThat(made.expires()).isEqualTo(Instant.parse("2026-11-29T03:00:00Z"));
    clock.set(made.expires().minusMillis(1));
    assertThat(tokens.verdict(made.text(), JOB)).isInstanceOf(LinkVerdict.Opens.class);
    clock.set(made.expires());
    assertThat(tokens.verdict(made.text(), JOB)).isEqualTo(LinkVerdict.EXPIRED);
  }

  /** Each of its 312 bits: version, purpose, time and signature. */
  @Test
  void notOneBitOfItCanBeChanged() {
    byte[] token = Base64.getUrlDecoder().decode(made(LinkTarget.RESULT));
    for (int bit = 0; bit < token.length * 8; bit++) {
      byte[] changed = token.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(tokens.verdict(sent, JOB)).as("bit %d", bit).isEqualTo(LinkVerdict.INVALID);
    }
  }

  @Test
  void anExpiredOneThatWasChangedIsNotSaidToHaveExpired() {
    String token = made(LinkTarget.RESULT);
    clock.advance(HOUR);
    char last = token.charAt(51) == 'A' ? 'B' : 'A';

    assertThat(tokens.verdict(token, JOB)).isEqualTo(LinkVerdict.EXPIRED);
    assertThat(tokens.verdict(token.substring(0, 51) + last, JOB)).isEqualTo(LinkVerdict.INVALID);
  }

  @Test
  void whatHasAnotherFormIsNone() {
    String token = made(LinkTarget.RESULT);
    for (String other :
        new String[] {
          "",
          "x",
          token + "A",
          token.substring(1),
          token.replace(token, token + "="),
          " " + token.substring(1),
          "%41" + token.substring(3),
          "é".repeat(52)
        }) {
      assertThat(tokens.verdict(other, JOB)).as(other).isEqualTo(LinkVerdict.INVALID);
    }
  }

  @Test
  void whereThereAreToBeNoLinksNoneCounts() {
    String token = made(LinkTarget.RESULT);

    assertThat(tokens(secret, new LinkSettings(Duration.ZERO)).verdict(token, JOB))
        .isEqualTo(LinkVerdict.INVALID);
  }
}
