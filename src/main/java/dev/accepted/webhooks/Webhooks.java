package dev.accepted.webhooks;

import dev.accepted.config.Settings;
import dev.accepted.config.WebhookSettings;
import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.store.DeliveryQueries;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.GroupCommit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds. It has no timer of its own: somebody calls {@link #everySecond} and
 * {@link #everyTenSeconds}, and tells the outbox of commits.
 */
public final class Webhooks implements AutoCloseable {

  private final Parts parts;
  private final GroupCommit writer;
  private final InFlight inFlight;
  private final Sender sender;
  private final Taker taker;
  private @Nullable Receivers receivers;

  /**
   * What it is given.
   *
   * @param executor looks names up, too, which may take long
   * @param threads for the one thread of the client that calls receivers, made when it is first
   *     needed
   * @param names where the addresses of receivers come from
   */
  public record Parts(
      Settings settings,
      Clock clock,
      Database database,
      Executor executor,
      ThreadFactory threads,
      NameResolver names) {}

  /** Puts it together; nothing is sent before it is woken. */
  public Webhooks(Parts parts, GroupCommit writer, EventOutbox outbox) {
    this.parts = parts;
    this.writer = writer;
    WebhookSettings settings = parts.settings().webhooks();
    inFlight = new InFlight(settings);
    sender =
        new Sender(
            writer,
            parts.clock(),
            parts.executor(),
            new Backoff(settings.retries(), () -> ThreadLocalRandom.current().nextDouble()),
            ServerSecret.of(parts.settings(), parts.database()),
            this::receivers,
            inFlight,
            this::wake);
    taker =
        new Taker(
            parts.database(), writer, parts.clock(), parts.executor(), settings, inFlight, sender);
    outbox.emptiedBy(this::wake);
  }

  private synchronized Receivers receivers() {
    Receivers made = receivers;
    if (made == null) {
      WebhookSettings settings = parts.settings().webhooks();
      CheckedNames names = new CheckedNames(parts.names(), new AddressRules(settings.allow()));
      made = new Receivers(settings, names, parts.clock(), parts.threads());
      receivers = made;
    }
    return made;
  }

  /** Looks whether there is something to be sent. */
  public void wake() {
    taker.wake();
  }

  /** Breaks off what takes too long, and sends what is due. */
  public void everySecond() {
    Instant now = parts.clock().instant();
    inFlight.all().forEach(sending -> sending.check(now));
    wake();
  }

  /** Closes connections that nobody uses. */
  public synchronized void everyTenSeconds() {
    if (receivers != null) {
      receivers.closeIdle();
    }
  }

  /** The deliveries of a job, newest first. */
  public List<DeliveryReport> ofJob(Session session, JobId job) throws SQLException {
    return DeliveryQueries.ofJob(session, job).stream().map(DeliveryReport::of).toList();
  }

  /** Sends one again that was delivered or is dead; false if there is none. */
  public CompletableFuture<Boolean> sendAgain(JobId job, long number) {
    return writer.write(
        session -> DeliveryStore.sendAgain(session, job, number, parts.clock().instant()),
        done -> wake());
  }

  /** Breaks off what is being sent; another server, or the next start, sends it again at once. */
  @Override
  public synchronized void close() {
    taker.stop();
    sender.close();
    if (receivers != null) {
      receivers.close();
    }
  }
}
