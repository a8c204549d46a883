package dev.accepted.http.exchange.log;

import java.util.Map;

/**
 * A submission as it was answered. Times are milliseconds, since 1970 where they are moments.
 *
 * @param at when it had been read
 * @param took how long its answer took from then on
 * @param path without the query, which may hold what is nobody else's business
 * @param status 202; 303 if the client had preferred to wait for the job's end
 * @param headers of the answer, those that tell of the job, as they went out
 * @param client the number of who submitted it, among this job's clients
 */
public record Submitted(
    long at,
    long took,
    String path,
    int status,
    Map<String, String> headers,
    int client,
    ClientStyle style) {

  private static final int OVERHEAD_BYTES = 200;
  private static final int HEADER_BYTES = 64;

  /** About what it takes of the heap, in bytes. */
  int weight() {
    return OVERHEAD_BYTES
        + path.length()
        + headers.values().stream().mapToInt(value -> HEADER_BYTES + value.length()).sum();
  }
}
