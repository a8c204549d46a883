package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers with streams of events. */
@ApplicationScoped
public class EventStreams {

  static final String MEDIA_TYPE = "text/event-stream";

  @Inject LiveAnswers answers;
  @Inject EventTexts texts;
  @Inject PublicUrls publicUrls;

  /**
   * Answers with a stream, or with 204 if there is nothing more to tell: that keeps a browser's
   * {@code EventSource} from coming back (HTML Standard, section 9.2.3).
   *
   * @param endsWithTheJob whether it is over when a job is
   * @param opener opens it
   * @param ended called when it is over, whoever ended it
   */
  Response answer(
      Exchange exchange,
      Predicate<Event> shown,
      boolean endsWithTheJob,
      Supplier<Opening> opener,
      Runnable ended) {
    exchange.accepted(MEDIA_TYPE);
    if (exchange.isHead()) {
      return headers().build();
    }
    answers.admit();
    Place place = answers.placeFor(exchange.admission());
    Urls urls = exchange.urls(publicUrls);
    Opening opening = opener.get();
    if (opening.over()) {
      opening.close();
      return Response.noContent().header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE).build();
    }
    exchange.goOn(
        new Prepared(
            opening.cursor(),
            out -> {
              out.whenClosed(ended);
              new EventStream(out, place, urls, texts, shown, endsWithTheJob).begin(opening);
            }));
    return headers().build();
  }

  static Response.ResponseBuilder headers() {
    return Response.ok()
        .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        // Proxies of nginx's kind would hold events back until there are enough of them.
        .header("X-Accel-Buffering", "no");
  }
}
