package dev.accepted.guard.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Visitors that were refused again and again: past a threshold nothing of them is listened to for a
 * while, and longer each time.
 */
public final class Offenders {

  private static final long MOST_VISITORS = 20_000;
  private static final int ID_BYTES = 12;

  private final Clock clock;
  private final BlockRule rule;
  private final Cache<Visitor, Offences> known;

  /** Nobody is one yet. */
  public Offenders(Clock clock, BlockRule rule) {
    this.clock = clock;
    this.rule = rule;
    this.known =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .maximumSize(MOST_VISITORS)
            .expireAfterAccess(rule.longest().plus(rule.forgiven()))
            .build();
  }

  /** When visitors are blocked. */
  public BlockRule rule() {
    return rule;
  }

  /** For how many more seconds nothing of it is listened to; 0 if it is. */
  public long blockedSeconds(Visitor visitor) {
    Offences offences = known.getIfPresent(visitor);
    if (offences == null) {
      return 0;
    }
    long millis = offences.blockedFor(clock.millis());
    if (millis <= 0) {
      return 0;
    }
    offences.askedMeanwhile();
    return Excess.secondsUp(millis);
  }

  /** A request of it was refused; returns whether it is blocked from now on. */
  public boolean offended(Visitor visitor) {
    return known.get(visitor, Offenders::none).add(clock.millis(), rule);
  }

  /** Those that are blocked, longest first. */
  public List<Offender> blocked() {
    long now = clock.millis();
    return known.asMap().entrySet().stream()
        .filter(entry -> entry.getValue().blockedFor(now) > 0)
        .map(entry -> entry.getValue().seen(entry.getKey()))
        .sorted(Comparator.comparing(Offender::blockedUntil).reversed())
        .toList();
  }

  /** How many are blocked. */
  public int count() {
    long now = clock.millis();
    return (int) known.asMap().values().stream().filter(one -> one.blockedFor(now) > 0).count();
  }

  /** Forgives the blocked visitor of that id everything; returns whether there was one. */
  public boolean forgive(String id) {
    long now = clock.millis();
    List<Visitor> meant =
        known.asMap().entrySet().stream()
            .filter(one -> one.getValue().id().equals(id) && one.getValue().blockedFor(now) > 0)
            .map(Map.Entry::getKey)
            .toList();
    known.invalidateAll(meant);
    return !meant.isEmpty();
  }

  private static Offences none(Visitor visitor) {
    try {
      byte[] name = (visitor.kind() + " " + visitor.name()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return new Offences(HexFormat.of().formatHex(digest, 0, ID_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
