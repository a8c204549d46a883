package dev.accepted.webhooks;

import dev.accepted.job.Callback;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Session;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.Outbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Writes down what the callbacks of jobs are to be told. A job without a callback costs no more
 * than a look whether it has one.
 */
public final class EventOutbox implements Outbox {

  private static final Logger LOG = System.getLogger(EventOutbox.class.getName());

  private final EventBodies bodies;
  private volatile Runnable sender = () -> {};

  /** An outbox that nobody empties yet. */
  public EventOutbox(EventBodies bodies) {
    this.bodies = bodies;
  }

  /** From now on that one is called when there is something to be sent; it has to be quick. */
  void emptiedBy(Runnable waking) {
    sender = waking;
  }

  /** A transaction is done that has added this to the journal. */
  public void committed(List<JournalEntry> entries) {
    if (entries.stream().anyMatch(EventOutbox::concerns)) {
      sender.run();
    }
  }

  @Override
  public void put(Session session, List<JournalEntry> entries) throws SQLException {
    for (JournalEntry entry : entries) {
      Callback callback = entry.job().options().callback();
      if (callback != null) {
        put(session, entry, callback);
      }
    }
  }

  private static boolean concerns(JournalEntry entry) {
    Callback callback = entry.job().options().callback();
    return callback != null
        && (callback.events().contains(entry.kind())
            || (isTwo(entry) && callback.events().contains(Kind.QUEUED)));
  }

  /** A job that was accepted and started in the same moment has one entry for both. */
  private static boolean isTwo(JournalEntry entry) {
    return entry.kind() == Kind.STARTED && entry.numbers() > 1;
  }

  private void put(Session session, JournalEntry entry, Callback to) throws SQLException {
    Job job = entry.job();
    if (isTwo(entry) && to.events().contains(Kind.QUEUED)) {
      Job accepted = Job.accepted(job.id(), job.submission());
      Instant at = accepted.submission().submittedAt();
      put(session, new DeliveryStore.Told(entry.first(), Kind.QUEUED, at, job.id()), accepted, to);
    }
    if (to.events().contains(entry.kind())) {
      put(
          session,
          new DeliveryStore.Told(entry.number(), entry.kind(), entry.at(), job.id()),
          job,
          to);
    }
  }

  /** What becomes of the job is stored in any case, even if it couldn't be told. */
  private void put(Session session, DeliveryStore.Told event, Job job, Callback to)
      throws SQLException {
    String body;
    try {
      body = bodies.body(event.number(), event.kind(), event.at(), job, to.links());
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "An event of the job " + job.id() + " could not be written", bug);
      return;
    }
    if (body.length() > DeliveryStore.MOST_BODY) {
      LOG.log(Level.ERROR, "An event of the job {0} is too long to be delivered", job.id());
      return;
    }
    DeliveryStore.add(session, event, to, host(to.url()), body);
  }

  /** As it was checked when the job was submitted. */
  private static String host(String url) {
    return URI.create(url).getHost().toLowerCase(Locale.ROOT);
  }
}
