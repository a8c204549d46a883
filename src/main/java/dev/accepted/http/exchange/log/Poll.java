package dev.accepted.http.exchange.log;

import org.jspecify.annotations.Nullable;

/**
 * A poll, and what came of it. Times are milliseconds, since 1970 where they are moments.
 *
 * @param at when it came
 * @param took how long its answer took; of one that waits, how long it waited
 * @param retryAfter the seconds that the answer named; 0 for none
 * @param client the number of who asked, among this job's clients
 * @param back how it came back; null if nothing is known that was answered to this client before
 * @param early whether it came before the last answer had said and was told again to wait, or was
 *     refused for that. The first is never early, nor is one that waits, nor the one after it
 */
public record Poll(
    Question asked,
    long at,
    long took,
    int status,
    long retryAfter,
    int client,
    ClientStyle style,
    @Nullable Return back,
    boolean early) {

  /**
   * How a client came back.
   *
   * @param gap so long after the last answer to it
   * @param granted the seconds that this answer had named; 0 for none
   */
  public record Return(long gap, long granted) {}
}
