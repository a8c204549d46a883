package dev.accepted.http.deliveries;

import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.wire.WireJson;
import dev.accepted.webhooks.DeliveryReport;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends a delivery again, and answers 202 with what is known of it then. */
public final class SendingAgain {

  private SendingAgain() {}

  /**
   * Does it.
   *
   * @param find asked before and after
   * @param list URL of the list in which it stands
   * @throws Problem 404 if there is none
   */
  public static void answer(
      AsyncResponse response,
      Supplier<Optional<DeliveryReport>> find,
      Function<DeliveryReport, CompletionStage<Boolean>> send,
      String list) {
    Outcomes.answer(
        response,
        send.apply(find.get().orElseThrow(SendingAgain::unknown)),
        again -> {
          if (!again) {
            throw Problem.of(
                ProblemType.NOT_SENDABLE,
                "Only a delivery that has arrived or is dead can be sent again, and only while there is somebody to send it to.");
          }
          return accepted(find.get().orElseThrow(SendingAgain::unknown), list);
        });
  }

  private static Response accepted(DeliveryReport report, String list) {
    return Answers.json(
            Response.Status.ACCEPTED.getStatusCode(),
            WireJson.bytes(DeliveriesView.of(report, list)))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no delivery of this number here.");
  }
}
