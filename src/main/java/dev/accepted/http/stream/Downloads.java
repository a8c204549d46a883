package dev.accepted.http.stream;

import dev.accepted.engine.JobService;
import dev.accepted.guard.Admission;
import dev.accepted.http.body.Undertow;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers with what is long. */
@ApplicationScoped
public class Downloads {

  @Inject LiveAnswers answers;
  @Inject JobService jobs;
  @Inject ServletContext server;

  /**
   * Passes if there is room for another; to be asked before anything is opened.
   *
   * @throws dev.accepted.http.problem.Problem 503 if there are too many
   */
  public void admit() {
    answers.admit();
  }

  /**
   * Has an answer send that. Grizzly, of Payara, says to be ready for more until four times what
   * the system's buffer holds lies in the heap, which for one client that takes nothing was some
   * ten megabytes: there a thread writes, and waits.
   */
  public void send(Exchange exchange, Response.ResponseBuilder answer, Download.Source source) {
    if (Undertow.serves(server)) {
      // What has begun is finished: a link may count for less time than its result takes.
      LiveAnswers.Place place = answers.placeFor(Admission.FOR_GOOD);
      exchange.goOn(new Download(source, place, jobs.contents().readers()));
    } else {
      answer.entity(written(source));
    }
  }

  private static StreamingOutput written(Download.Source source) {
    return out -> {
      try (source) {
        for (byte[] piece = source.next(); piece != null; piece = source.next()) {
          out.write(piece);
        }
      }
    };
  }
}
