package dev.accepted.client;

import dev.accepted.client.Outcome.Canceled;
import dev.accepted.client.Outcome.Failed;
import dev.accepted.client.Outcome.Gone;
import dev.accepted.client.Outcome.Succeeded;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What an answer of a status monitor means. */
sealed interface Reading {

  /** The job goes on. */
  record GoesOn(Report report) implements Reading {}

  /** Nothing has changed. */
  record Unchanged() implements Reading {}

  /** It is over. */
  record Ended(Outcome outcome, Report report) implements Reading {}

  /** The monitor is elsewhere. */
  record Moved(URI monitor) implements Reading {}

  /** It can't be told now; another time it may. */
  record NotNow() implements Reading {}

  /** It will not be told. */
  record Refused() implements Reading {}

  /** Reads an answer. */
  static Reading of(HttpResponse<String> answer) {
    int status = answer.statusCode();
    Report report = Report.read(answer.body(), answer.uri());
    if (Status.isGone(status)) {
      return new Ended(new Gone(status, answer.body()), report);
    } else if (Status.isPassing(status)) {
      return new NotNow();
    }
    return switch (status) {
      // A monitor that has nothing more to say than that, or that is the result itself.
      case Status.NO_CONTENT -> new Ended(new Succeeded(answer.uri(), report), report);
      case Status.OK ->
          report.standing().isPresent()
              ? of(report, answer.uri())
              : new Ended(new Succeeded(answer.uri(), report), report);
      case Status.ACCEPTED -> new GoesOn(report);
      case Status.NOT_MODIFIED -> new Unchanged();
      case Status.SEE_OTHER, Status.FOUND -> result(answer, report);
      default -> Status.location(answer).<Reading>map(Moved::new).orElse(new Refused());
    };
  }

  /** Reads a representation, from a monitor or an event. */
  static Reading of(Report report, URI monitor) {
    return switch (report.standing().orElse(Report.Standing.GOING_ON)) {
      case SUCCEEDED ->
          new Ended(new Succeeded(report.resourceLocation().orElse(monitor), report), report);
      case FAILED -> new Ended(new Failed(report), report);
      case CANCELED -> new Ended(new Canceled(report), report);
      case GOING_ON -> new GoesOn(report);
    };
  }

  private static Reading result(HttpResponse<String> answer, Report report) {
    Optional<URI> result = Status.location(answer);
    return result.isPresent()
        ? new Ended(new Succeeded(result.get(), report), report)
        : new Refused();
  }
}
