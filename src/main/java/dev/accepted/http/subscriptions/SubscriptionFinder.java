package dev.accepted.http.subscriptions;

import dev.accepted.engine.SubscriptionService;
import dev.accepted.guard.Caller;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Changeable;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Owners;
import dev.accepted.webhooks.SubscriptionReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Finds the subscription that a path names. */
@ApplicationScoped
public class SubscriptionFinder {

  static final Changeable KIND = new Changeable("subscription");

  @Inject SubscriptionService subscriptions;

  /**
   * The caller's subscription.
   *
   * @param id as it stands in the path
   * @throws Problem 404 if there is none
   */
  SubscriptionReport find(Caller caller, String id) {
    return subscriptions.find(caller.sees(), KIND.id(id)).orElseThrow(KIND::unknown);
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
   * The subscription that a change is meant for, as its client has seen it; empty if the request
   * doesn't say, or says that any will do.
   *
   * @throws Problem 404 if there is none, 412 if it is not the one that {@code If-Match} names
   */
  Optional<SubscriptionReport> seen(Exchange exchange, String id, Urls urls) {
    if (exchange.header(HttpHeaders.IF_MATCH).isEmpty()) {
      return Optional.empty();
    }
    SubscriptionReport now = find(exchange.caller(), id);
    return KIND.seen(exchange, now, SubscriptionView.of(now, urls));
  }
}
