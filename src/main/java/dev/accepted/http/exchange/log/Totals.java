package dev.accepted.http.exchange.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All polls of a job, counted. Times are milliseconds, since 1970 where they are moments.
 *
 * @param all how many
 * @param clients by how many clients; one that was forgotten counts again
 * @param first when the first came; 0 if there was none
 * @param last when the last came
 * @param gaps the shortest and the longest time after which a client polled again; null if none did
 */
public record Totals(
    long all,
    long early,
    int clients,
    Map<Integer, Long> byStatus,
    Map<Question.Kind, Long> byKind,
    Map<ClientStyle, Long> byStyle,
    long first,
    long last,
    @Nullable Gaps gaps) {

  /** The shortest and the longest. */
  public record Gaps(long shortest, long longest) {}
}
