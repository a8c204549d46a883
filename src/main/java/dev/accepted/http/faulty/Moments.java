package dev.accepted.http.faulty;

import dev.accepted.faulty.Moment;
import dev.accepted.faulty.Place;
import jakarta.ws.rs.core.HttpHeaders;

/** Tells from an answer that is all right how things stand. */
final class Moments {

  private Moments() {}

  static Moment of(Place place, FaultyAnswer answer, Past past) {
    int status = answer.status();
    return switch (status) {
      case 202 -> Moment.ACCEPTED;
      case 304 -> Moment.UNCHANGED;
      case 404 -> place == Place.OTHER ? Moment.ERROR : past.missing();
      case 405 -> Moment.REFUSED;
      case 406 -> Moment.UNACCEPTABLE;
      case 409 ->
          place == Place.RESULT && answer.header(HttpHeaders.RETRY_AFTER).isPresent()
              ? Moment.EARLY
              : Moment.ERROR;
      default -> {
        if (status >= 400) {
          yield Moment.ERROR;
        }
        yield status >= 300 ? Moment.REDIRECTED : success(place, answer);
      }
    };
  }

  private static Moment success(Place place, FaultyAnswer answer) {
    return switch (place) {
      case MONITOR -> standing(answer);
      case RESULT -> Moment.READY;
      case REMOVAL -> Moment.REMOVED;
      default -> Moment.TOLD;
    };
  }

  private static Moment standing(FaultyAnswer answer) {
    if (answer.header(HttpHeaders.RETRY_AFTER).isPresent()) {
      return Moment.RUNNING;
    }
    String status = answer.object().map(job -> job.getString("status", "")).orElse("");
    return switch (status) {
      case "succeeded" -> Moment.SUCCEEDED;
      case "failed" -> Moment.FAILED;
      case "canceled" -> Moment.CANCELED;
      default -> Moment.TOLD;
    };
  }
}
