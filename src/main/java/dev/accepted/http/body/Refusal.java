package dev.accepted.http.body;

import java.io.IOException;

/** Answers in place of what was asked for. */
@FunctionalInterface
interface Refusal {

  /** Answers, and has the request end. */
  void answer() throws IOException;
}
