package dev.accepted.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Tells resources who sends the request they answer. */
@ApplicationScoped
public class CallerProducer {

  /** The caller of the current request; inject it into what lives no longer than a request. */
  @Produces
  public Caller caller() {
    return Caller.ANONYMOUS;
  }
}
