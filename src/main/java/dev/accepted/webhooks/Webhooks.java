package dev.accepted.webhooks;

import dev.accepted.config.Settings;
import dev.accepted.config.WebhookSettings;
import dev.accepted.job.Actor;
import dev.accepted.job.JobId;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import dev.accepted.outbound.TimedNames;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.store.AuditLog;
import dev.accepted.store.DeliveryQueries;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.GroupCommit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

  /** A resolver that takes longer is of no use. */
  private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);

  private final Parts parts;
  private final GroupCommit writer;
  private final InFlight inFlight;
  private final Sender sender;
  private final Taker taker;
  private final TimedNames names;
  private final KnownSubscriptions known;
  private final Subscriptions subscriptions;
  private @Nullable Receivers receivers;

  /**
   * What it is given.
   *
   * @param executor also waits while names are looked up
   * @param threads for the one thread of the client that calls receivers, and for those that look
   *     names up; made when they are first needed
   * @param names where the addresses of receivers come from
   * @param observer who counts what is sent
   */
  public record Parts(
      Settings settings,
      Clock clock,
      Database database,
      Executor executor,
      ThreadFactory threads,
      NameResolver names,
      WebhookObserver observer) {}

  /** Puts it together; nothing is sent before it is woken. */
  public Webhooks(Parts parts, GroupCommit writer, EventOutbox outbox) {
    this.parts = parts;
    this.writer = writer;
    WebhookSettings settings = parts.settings().webhooks();
    inFlight = new InFlight(settings);
    names = new TimedNames(parts.names(), longest(settings), 2 * settings.most(), parts.threads());
    known = outbox.subscriptions();
    subscriptions = new Subscriptions(writer, parts.clock(), known, settings.subscriptions());
    sender =
        new Sender(
            writer,
            parts,
            new Backoff(settings.retries(), () -> ThreadLocalRandom.current().nextDouble()),
            ServerSecret.of(parts.settings(), parts.database()),
            this::receivers,
            inFlight,
            known,
            this::wake);
    taker =
        new Taker(
            parts.database(), writer, parts.clock(), parts.executor(), settings, inFlight, sender);
    outbox.emptiedBy(this::wake);
  }

  private static Duration longest(WebhookSettings settings) {
    return settings.timeout().compareTo(LONGEST_LOOKUP) < 0 ? settings.timeout() : LONGEST_LOOKUP;
  }

  private synchronized Receivers receivers() {
    Receivers made = receivers;
    if (made == null) {
      WebhookSettings settings = parts.settings().webhooks();
      CheckedNames checked = new CheckedNames(names, new AddressRules(settings.allow()));
      made = new Receivers(settings, checked, parts.clock(), parts.threads());
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
    subscriptions.everySecond();
    wake();
  }

  /** Closes connections that nobody uses. */
  public synchronized void everyTenSeconds() {
    if (receivers != null) {
      receivers.closeIdle();
    }
  }

  /** Who is told of all jobs. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** How many subscriptions are told what happens, as far as is known here. */
  public int activeSubscriptions() {
    return known.active();
  }

  /** How many deliveries are to be sent or are being sent, by all servers; up to 100,000. */
  public int unsettled(Session session) throws SQLException {
    return DeliveryQueries.unsettled(session);
  }

  /** How many deliveries were given up; up to 100,000. */
  public long dead(Session session) throws SQLException {
    return DeliveryQueries.dead(session);
  }

  /** Another server has changed a subscription. */
  public void subscriptionsChanged() {
    known.changed();
  }

  /** What other servers change is heard from now on. */
  public void listening() {
    known.listening();
  }

  /** What other servers change is not heard. */
  public void deaf() {
    known.deaf();
  }

  /** The deliveries of a job, newest first. */
  public List<DeliveryReport> ofJob(Session session, JobId job) throws SQLException {
    return DeliveryQueries.ofJob(session, job).stream().map(DeliveryReport::of).toList();
  }

  /**
   * The deliveries of a subscription, newest first.
   *
   * @param before only such as have a lower number
   */
  public List<DeliveryReport> ofSubscription(
      Session session, UUID subscription, long before, int limit) throws SQLException {
    return DeliveryQueries.ofSubscription(session, subscription, before, limit).stream()
        .map(DeliveryReport::of)
        .toList();
  }

  /**
   * Sends one again that was delivered or is dead; false if it isn't such a one.
   *
   * @param owner whose job or subscription it is of
   */
  public CompletableFuture<Boolean> sendAgain(DeliveryReport delivery, String owner, Actor actor) {
    return writer.write(
        session -> {
          Instant now = parts.clock().instant();
          boolean again = DeliveryStore.sendAgain(session, delivery.number(), now);
          if (again) {
            AuditLog.add(session, now, actor, WebhookActs.sentAgain(delivery, owner));
          }
          return again;
        },
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
    names.close();
  }
}
