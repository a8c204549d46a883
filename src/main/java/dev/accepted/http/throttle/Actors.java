package dev.accepted.http.throttle;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells for the audit log who does something: the caller, and the address that would be counted if
 * nobody had signed in.
 */
@ApplicationScoped
public class Actors {

  @Inject Visitors visitors;

  /**
   * Who sent a request.
   *
   * @throws Problem 401 if that is not known
   */
  public Actor of(Exchange exchange) {
    return new Actor(
        exchange.caller().owner(),
        exchange.peer().map(peer -> visitors.address(peer, exchange::header)).orElse(""));
  }
}
