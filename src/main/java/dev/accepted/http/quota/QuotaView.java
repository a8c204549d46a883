package dev.accepted.http.quota;

import dev.accepted.engine.quota.Quotas.Standing;
import dev.accepted.engine.quota.Quotas.Standings;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a caller may have, and what it has. */
public record QuotaView(Part activeJobs, Part submissions, Part storedBytes) {

  private static final String MINUTE = "PT1M";

  /**
   * One of its quotas.
   *
   * @param limit null for none
   * @param used null where it isn't counted
   * @param window within what time; null for at any time
   */
  public record Part(@Nullable Long limit, @Nullable Long used, @Nullable String window) {}

  static QuotaView of(Standings standings) {
    return new QuotaView(
        part(standings.activeJobs(), null),
        part(standings.submissions(), MINUTE),
        part(standings.bytes(), null));
  }

  private static Part part(Standing standing, @Nullable String window) {
    return new Part(orNull(standing.limit()), orNull(standing.used()), window);
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
