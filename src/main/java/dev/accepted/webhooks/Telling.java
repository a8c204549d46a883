package dev.accepted.webhooks;

import dev.accepted.job.Callback;
import dev.accepted.job.Job;
import dev.accepted.sql.Session;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.DeliveryStore.Told;
import dev.accepted.store.WebhookSubscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes an event down for whoever is to be told; its body once for all who see the same URLs. */
final class Telling {

  private static final Logger LOG = System.getLogger(Telling.class.getName());

  private final EventBodies bodies;
  private final Told event;
  private final Job job;
  private final Map<String, Optional<String>> written = new HashMap<>();

  /**
   * @param job as it was right after
   */
  Telling(EventBodies bodies, Told event, Job job) {
    this.bodies = bodies;
    this.event = event;
    this.job = job;
  }

  /** For the job's callback, if it has one that is to be told. */
  boolean toCallback(Session session) throws SQLException {
    Callback callback = job.options().callback();
    if (callback == null || !callback.events().contains(event.kind())) {
      return false;
    }
    Optional<String> body = body(callback.links());
    if (body.isPresent()) {
      DeliveryStore.add(session, event, callback, host(callback.url()), body.get());
    }
    return body.isPresent();
  }

  /** For a subscription, if its filter admits it. */
  boolean to(Session session, WebhookSubscription subscription) throws SQLException {
    if (!subscription.filter().admits(event.kind(), job)) {
      return false;
    }
    Optional<String> body = body(subscription.links());
    if (body.isPresent()) {
      DeliveryStore.add(session, event, subscription, body.get());
    }
    return body.isPresent();
  }

  private Optional<String> body(String links) {
    return written.computeIfAbsent(links, this::write);
  }

  /** What becomes of the job is stored in any case, even if it can't be told. */
  private Optional<String> write(String links) {
    String body;
    try {
      body = bodies.body(event.number(), event.kind(), event.at(), job, links);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "An event of the job " + job.id() + " could not be written", bug);
      return Optional.empty();
    }
    if (body.length() > DeliveryStore.MOST_BODY) {
      LOG.log(Level.ERROR, "An event of the job {0} is too long to be delivered", job.id());
      return Optional.empty();
    }
    return Optional.of(body);
  }

  /** As it was checked when the job was submitted. */
  private static String host(String url) {
    return URI.create(url).getHost().toLowerCase(Locale.ROOT);
  }
}
