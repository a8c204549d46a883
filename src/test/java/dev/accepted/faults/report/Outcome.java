package dev.accepted.faults.report;

import java.util.List;

/**
 * What came of one fault.
 *
 * @param injected how often things were broken
 * @param seconds how long it took, checks included
 * @param requests that were sent
 * @param acknowledged submissions
 * @param turnedAway requests answered 503
 * @param refused requests that nobody took
 * @param brokenOff requests whose connection ended before the answer
 * @param slow requests that clients gave up waiting for
 * @param lost acknowledged things that were not kept
 * @param twice things that happened twice
 * @param broken other promises
 * @param millisToSubmit the longest from the end of the cause to the next acknowledgement
 * @param millisToFinish the longest from the end of the cause to the next job seen finished
 * @param notes what else there is to tell
 * @param findings the first broken promises of each kind
 */
public record Outcome(
    String fault,
    String site,
    int injected,
    long seconds,
    long requests,
    int acknowledged,
    long turnedAway,
    long refused,
    long brokenOff,
    long slow,
    int lost,
    int twice,
    int broken,
    long millisToSubmit,
    long millisToFinish,
    List<String> notes,
    List<String> findings) {

  /** One that could not even be run. */
  public static Outcome failed(String fault, String site, Throwable reason) {
    return new Outcome(
        fault,
        site,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        List.of(),
        List.of("FAILED: " + reason));
  }

  /** Whether all promises were kept. */
  public boolean passed() {
    return lost + twice + broken == 0;
  }
}
