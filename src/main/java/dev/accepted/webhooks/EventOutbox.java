package dev.accepted.webhooks;

import dev.accepted.job.Callback;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Session;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.DeliveryStore.Told;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.Outbox;
import dev.accepted.store.WebhookSubscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Writes down what callbacks of jobs and subscriptions are to be told. A job without a callback, on
 * a server without subscriptions, costs no more than a look whether there is one.
 */
public final class EventOutbox implements Outbox {

  private final EventBodies bodies;
  private final KnownSubscriptions subscriptions = new KnownSubscriptions();
  private volatile Runnable sender = () -> {};

  /** The last transaction has left something to be sent; of the store's writer's thread. */
  private boolean wrote;

  /** An outbox that nobody empties yet. */
  public EventOutbox(EventBodies bodies) {
    this.bodies = bodies;
  }

  /** From now on that one is called when there is something to be sent; it has to be quick. */
  void emptiedBy(Runnable waking) {
    sender = waking;
  }

  /** Who is told of all jobs. */
  KnownSubscriptions subscriptions() {
    return subscriptions;
  }

  /** A transaction is done that has added this to the journal; on the thread that wrote it. */
  public void committed(List<JournalEntry> entries) {
    if (!entries.isEmpty() && wrote) {
      sender.run();
    }
  }

  @Override
  public void put(Session session, List<JournalEntry> entries) throws SQLException {
    KnownSubscriptions.Known known = subscriptions.current(session);
    boolean some = false;
    for (JournalEntry entry : entries) {
      Callback callback = entry.job().options().callback();
      List<WebhookSubscription> subscribed = known.of(entry.job().owner());
      if (callback != null || !subscribed.isEmpty()) {
        some |= put(session, entry, subscribed);
      }
    }
    wrote = some;
    removeSettled(session, entries, known.haveTold());
  }

  /** Last: what is put beforehand may be settled at once. */
  private static void removeSettled(
      Session session, List<JournalEntry> entries, boolean subscriptionsHaveTold)
      throws SQLException {
    for (JournalEntry entry : entries) {
      boolean gone = entry.kind() == Kind.EXPIRED || entry.kind() == Kind.REMOVED;
      if (gone && (subscriptionsHaveTold || entry.job().options().callback() != null)) {
        DeliveryStore.removeSettled(session, entry.job().id());
      }
    }
  }

  /** A job that was accepted and started in the same moment has one entry for both. */
  private boolean put(Session session, JournalEntry entry, List<WebhookSubscription> subscribed)
      throws SQLException {
    Job job = entry.job();
    boolean some = false;
    if (entry.kind() == Kind.STARTED && entry.numbers() > 1) {
      Job accepted = Job.accepted(job.id(), job.submission());
      Instant at = accepted.submission().submittedAt();
      Told told = new Told(entry.first(), Kind.QUEUED, at, job.id());
      some = put(session, new Telling(bodies, told, accepted), subscribed);
    }
    Told told = new Told(entry.number(), entry.kind(), entry.at(), job.id());
    return put(session, new Telling(bodies, told, job), subscribed) || some;
  }

  private static boolean put(Session session, Telling telling, List<WebhookSubscription> subscribed)
      throws SQLException {
    boolean some = telling.toCallback(session);
    for (WebhookSubscription one : subscribed) {
      some |= telling.to(session, one);
    }
    return some;
  }
}
