package dev.accepted.http.stream;

import dev.accepted.engine.JobService;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Answers with streams that say again and again how something stands. They can't be resumed, and
 * needn't be: each event tells all of it.
 */
@ApplicationScoped
public class Snapshots {

  @Inject LiveAnswers answers;
  @Inject JobService jobs;

  /**
   * Answers with a stream: what there is to be said is said at once, and looked at every five
   * seconds.
   *
   * @param name the events' name
   * @param text what is said, in one line; asked for on a thread that may wait
   */
  public Response answer(Exchange exchange, String name, Supplier<String> text) {
    exchange.accepted(EventStreams.MEDIA_TYPE);
    if (!exchange.isHead()) {
      answers.admit();
      exchange.goOn(
          new SnapshotStream(
              name, text, answers.placeFor(exchange.admission()), jobs.contents().readers()));
    }
    return EventStreams.headers().build();
  }
}
