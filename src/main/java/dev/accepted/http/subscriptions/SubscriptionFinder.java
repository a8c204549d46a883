package dev.accepted.http.subscriptions;

import dev.accepted.engine.SubscriptionService;
import dev.accepted.guard.Caller;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.webhooks.SubscriptionReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the subscription that a path names. */
@ApplicationScoped
public class SubscriptionFinder {

  @Inject SubscriptionService subscriptions;

  /**
   * The caller's subscription.
   *
   * @param id as it stands in the path
   * @throws Problem 404 if there is none
   */
  SubscriptionReport find(Caller caller, String id) {
    return subscriptions.find(caller.sees(), id(id)).orElseThrow(SubscriptionFinder::unknown);
  }

  /**
   * Whose subscriptions the caller may change, that one's owner among them.
   *
   * @param id as it stands in the path
   * @throws Problem 404 if it doesn't see it, 403 if it only does that
   */
  Owners toChange(Caller caller, String id) {
    Owners changes = caller.changes();
    if (!changes.equals(caller.sees())) {
      Permissions.toChange(caller, find(caller, id).owner());
    }
    return changes;
  }

  /**
   * The id in a path, which is made as those of jobs are.
   *
   * @throws Problem 404 if it isn't one: no subscription can have it
   */
  static UUID id(String text) {
    return JobId.parse(text).map(JobId::value).orElseThrow(SubscriptionFinder::unknown);
  }

  /**
   * The subscription that a change is meant for, as its client has seen it; empty if the request
   * doesn't say, or says that any will do. It may have become another by the time of the change.
   *
   * @throws Problem 404 if there is none, 412 if it is not the one that {@code If-Match} names
   */
  Optional<SubscriptionReport> seen(Exchange exchange, String id, Urls urls) {
    List<String> match = exchange.header(HttpHeaders.IF_MATCH);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    SubscriptionReport now = find(exchange.caller(), id);
    if (!EntityTags.stronglyListed(match, Answers.tag(SubscriptionView.of(now, urls)))) {
      throw notAsSeen();
    }
    return EntityTags.isAny(match) ? Optional.empty() : Optional.of(now);
  }

  static Problem notAsSeen() {
    return Problem.of(
        ProblemType.PRECONDITION_FAILED,
        "The subscription is not the one the request is meant for. Read it again.");
  }

  static Problem unknown() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no subscription with this id.");
  }
}
