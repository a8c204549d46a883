package dev.accepted.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Single requests, for what is not measured. */
public final class Once {

  private Once() {}

  /** The answer to a request. */
  public static Answer send(URI server, Request request) throws IOException {
    List<Answer> answers = new ArrayList<>();
    new ClosedLoop(server, 1).send(() -> request, 1, answer -> answers.add(answer.copy()));
    return answers.get(0);
  }
}
