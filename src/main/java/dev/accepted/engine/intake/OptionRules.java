package dev.accepted.engine.intake;

import dev.accepted.config.Settings;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which options a submission may ask for, and what it gets if it doesn't ask. */
public final class OptionRules {

  private static final int USUAL_PRIORITY = 4;
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);
  private static final Duration FARTHEST_RUN = Duration.ofDays(366);

  private final Settings settings;
  private final CallbackRules callbacks;

  /** The rules of this server, by its settings. */
  public OptionRules(Settings settings) {
    this.settings = settings;
    this.callbacks = new CallbackRules(settings.webhooks());
  }

  /**
   * The options of a job.
   *
   * @param links what URLs begin with for the caller
   * @throws Refusal.InvalidOption if one is out of its range
   */
  public JobOptions options(RequestedOptions asked, JobDefinition type, Instant now, String links) {
    return new JobOptions(
        inRange("priority", asked.priority(), USUAL_PRIORITY, 0, 9),
        runAt(asked.runAt(), now),
        upTo("timeout", asked.timeout(), type.limits().timeout(), LONGEST_TIMEOUT),
        upTo("retain", asked.retain(), settings.retain(), settings.maxRetain()),
        inRange(
            "maxAttempts",
            asked.maxAttempts(),
            type.limits().retryPolicy().maxAttempts(),
            1,
            MOST_ATTEMPTS),
        labels(asked.labels()),
        callbacks.callback(asked.callback(), links));
  }

  private static int inRange(
      String option, @Nullable Integer asked, int usual, int least, int most) {
    if (asked == null) {
      return usual;
    }
    if (asked < least || asked > most) {
      throw new Refusal.InvalidOption(
          option, "must be from %d to %d, not %d".formatted(least, most, asked));
    }
    return asked;
  }

  private static Duration upTo(
      String option, @Nullable Duration asked, Duration usual, Duration most) {
    if (asked == null) {
      return usual;
    }
    if (asked.isZero() || asked.isNegative() || asked.compareTo(most) > 0) {
      throw new Refusal.InvalidOption(
          option, "must be above zero and at most %s, not %s".formatted(most, asked));
    }
    return asked;
  }

  /**
   * In whole milliseconds, as it is stored and shown, and not before the time that is asked for.
   */
  private static @Nullable Instant runAt(@Nullable Instant asked, Instant now) {
    if (asked == null) {
      return null;
    }
    if (asked.isAfter(now.plus(FARTHEST_RUN))) {
      throw new Refusal.InvalidOption("runAt", "must be within the next 366 days");
    }
    Instant whole = asked.truncatedTo(ChronoUnit.MILLIS);
    return whole.equals(asked) ? whole : whole.plusMillis(1);
  }

  private static Map<String, String> labels(Map<String, String> asked) {
    try {
      return LabelRules.checked(asked);
    } catch (IllegalArgumentException unusable) {
      throw new Refusal.InvalidOption("label", String.valueOf(unusable.getMessage()));
    }
  }
}
