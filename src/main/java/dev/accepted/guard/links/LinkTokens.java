package dev.accepted.guard.links;

import dev.accepted.config.LinkSettings;
import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.job.JobId;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks the tokens of links. A token is 39 bytes in base64 for URLs: a version, what it
 * opens, the second at which its time is over, and an HMAC-SHA256 of these and of the job's id. The
 * id itself is not in it: it stands in the URL, and a token fits no other.
 */
public final class LinkTokens {

  private static final String HMAC = "HmacSHA256";
  private static final String PURPOSE = "links";
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 7;
  private static final int SECONDS_BITS = 40;
  private static final int SECONDS_HIGH_SHIFT = 32;
  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 32;

  /** No bits are left over that could be changed without a change of the bytes. */
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]{" + (HEAD_BYTES + MAC_BYTES) * 4 / 3 + '}');

  private final SecretKey key;
  private final LinkSettings settings;
  private final Clock clock;

  public LinkTokens(ServerSecret secret, LinkSettings settings, Clock clock) {
    this.key = new SecretKeySpec(secret.derive(PURPOSE), HMAC);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A token that was made.
   *
   * @param text as it stands in URLs, without anything that needs escaping
   * @param expires when it counts no more; a whole second
   */
  public record Made(String text, Instant expires) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "Made[expires=" + expires + ']';
    }
  }

  /**
   * Makes one. Whether there are to be links, and for how long, is for the caller to look at.
   *
   * @param lifetime above zero
   */
  public Made make(JobId job, LinkTarget to, Duration lifetime) {
    Instant expires = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    byte[] head = head(to, expires.getEpochSecond());
    byte[] token =
        ByteBuffer.allocate(HEAD_BYTES + MAC_BYTES).put(head).put(mac(head, job)).array();
    return new Made(Base64.getUrlEncoder().withoutPadding().encodeToString(token), expires);
  }

  /** What a token that was sent is worth for that job, whether there is one or not. */
  public LinkVerdict verdict(String sent, JobId job) {
    if (!settings.on() || !FORM.matcher(sent).matches()) {
      return LinkVerdict.INVALID;
    }
    ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sent));
    byte[] head = new byte[HEAD_BYTES];
    byte[] mac = new byte[MAC_BYTES];
    token.get(head).get(mac);
    if (!MessageDigest.isEqual(mac, mac(head, job))) {
      return LinkVerdict.INVALID;
    }
    // From here on the server's own words are read: whoever makes one up isn't told that it is old.
    return opened(ByteBuffer.wrap(head));
  }

  private LinkVerdict opened(ByteBuffer head) {
    boolean known = head.get() == VERSION;
    Optional<LinkTarget> to = LinkTarget.of(head.get());
    if (!known || to.isEmpty()) {
      return LinkVerdict.INVALID;
    }
    long seconds = Byte.toUnsignedLong(head.get()) << SECONDS_HIGH_SHIFT;
    seconds |= Integer.toUnsignedLong(head.getInt());
    return clock.instant().isBefore(Instant.ofEpochSecond(seconds))
        ? new LinkVerdict.Opens(to.get())
        : LinkVerdict.EXPIRED;
  }

  private static byte[] head(LinkTarget to, long seconds) {
    if (seconds < 0 || seconds >>> SECONDS_BITS != 0) {
      throw new IllegalArgumentException("no time of a link: " + seconds);
    }
    return ByteBuffer.allocate(HEAD_BYTES)
        .put(VERSION)
        .put((byte) to.code())
        .put((byte) (seconds >>> SECONDS_HIGH_SHIFT))
        .putInt((int) seconds)
        .array();
  }

  private byte[] mac(byte[] head, JobId job) {
    byte[] id =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(job.value().getMostSignificantBits())
            .putLong(job.value().getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(head);
      return mac.doFinal(id);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
    }
  }
}
