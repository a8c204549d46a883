package dev.accepted.client;

import java.net.URI;

/** How a job has ended. */
public sealed interface Outcome {

  /**
   * It has done its work.
   *
   * @param result where the result is; of a server that answers with the result at the monitor
   *     itself, the monitor
   */
  record Succeeded(URI result, Report report) implements Outcome {}

  /** It has failed for good; {@link Report#message()} says why. */
  record Failed(Report report) implements Outcome {}

  /** It was canceled. */
  record Canceled(Report report) implements Outcome {}

  /**
   * There is no such job, or no more.
   *
   * @param status 404 or 410
   * @param body what the server says of it, usually a problem document (RFC 9457)
   */
  record Gone(int status, String body) implements Outcome {}
}
