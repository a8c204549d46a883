package dev.accepted.webhooks;

import dev.accepted.config.WebhookSecretText;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.Changed;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.AuditLog;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.SubscriptionQueries;
import dev.accepted.store.SubscriptionStore;
import dev.accepted.store.WebhookSubscription;
import dev.accepted.store.WebhookSubscription.Filter;
import dev.accepted.store.WebhookSubscription.Secrets;
import dev.accepted.store.WebhookSubscription.State;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of all jobs of an owner. Each change is followed by what is written after its commit;
 * what these owners don't have is empty or false.
 */
public final class Subscriptions {

  private static final Logger LOG = System.getLogger(Subscriptions.class.getName());

  private final GroupCommit writer;
  private final Clock clock;
  private final KnownSubscriptions known;
  private final int most;

  Subscriptions(GroupCommit writer, Clock clock, KnownSubscriptions known, int most) {
    this.writer = writer;
    this.clock = clock;
    this.known = known;
    this.most = most;
  }

  /**
   * A subscription that is asked for, checked.
   *
   * @param host the URL's, in lower case
   * @param links what the URLs in what is told begin with, with a slash at its end
   */
  public record Draft(String url, String host, String links, Filter filter) {}

  /** The most that an owner may have. */
  public int most() {
    return most;
  }

  /**
   * A new one.
   *
   * @param id never used before, and greater than all that were
   * @param secret null for one that is made here
   * @return empty if the owner has as many as may be
   */
  public CompletableFuture<Optional<WithSecret>> add(
      UUID id, String owner, Draft draft, @Nullable String secret, Actor actor) {
    String signing = secret == null ? WebhookSecretText.random() : secret;
    return change(
        session -> {
          if (SubscriptionQueries.count(session, owner) >= most) {
            return Optional.empty();
          }
          Instant now = clock.instant();
          WebhookSubscription fresh =
              new WebhookSubscription(
                  id,
                  owner,
                  draft.url(),
                  draft.host(),
                  draft.links(),
                  draft.filter(),
                  new Secrets(signing, null, null),
                  State.ACTIVE,
                  now,
                  now,
                  now);
          SubscriptionStore.add(session, fresh);
          tell(session, now, actor, ActKind.SUBSCRIPTION_CREATED, fresh);
          return Optional.of(new WithSecret(SubscriptionReport.of(fresh, now), signing));
        });
  }

  /**
   * Another receiver or filter.
   *
   * @param seen only if it still is like this; empty for however it is
   */
  public CompletableFuture<Changed<SubscriptionReport>> change(
      UUID id, Owners owners, Optional<SubscriptionReport> seen, Draft draft, Actor actor) {
    return changeAsSeen(
        id,
        owners,
        seen,
        (session, before) -> {
          Instant now = clock.instant();
          WebhookSubscription changed = with(before, draft, now);
          SubscriptionStore.change(session, changed);
          tell(session, now, actor, ActKind.SUBSCRIPTION_CHANGED, changed);
          return Changed.made(find(session, owners, id));
        });
  }

  /** A change of one that is there. */
  @FunctionalInterface
  private interface Change {
    Changed<SubscriptionReport> make(Session session, WebhookSubscription before)
        throws SQLException;
  }

  /** Looked at and changed in one: nobody changes it in between. */
  private CompletableFuture<Changed<SubscriptionReport>> changeAsSeen(
      UUID id, Owners owners, Optional<SubscriptionReport> seen, Change change) {
    return change(
        session -> {
          Optional<WebhookSubscription> before =
              SubscriptionQueries.findToChange(session, owners, id);
          if (before.isEmpty()) {
            return Changed.unknown();
          }
          SubscriptionReport now = SubscriptionReport.of(before.get(), clock.instant());
          return seen.isPresent() && !seen.get().equals(now)
              ? Changed.notAsSeen()
              : change.make(session, before.get());
        });
  }

  private static WebhookSubscription with(WebhookSubscription before, Draft draft, Instant now) {
    return new WebhookSubscription(
        before.id(),
        before.owner(),
        draft.url(),
        draft.host(),
        draft.links(),
        draft.filter(),
        before.secrets(),
        before.state(),
        before.since(),
        before.createdAt(),
        now);
  }

  /** It is told nothing from now on, and what waits for it is dead. Again: changes nothing. */
  public CompletableFuture<Optional<SubscriptionReport>> pause(
      UUID id, Owners owners, Actor actor) {
    return move(id, owners, State.PAUSED, actor);
  }

  /** It is told what happens from now on, if it was paused or gone. */
  public CompletableFuture<Optional<SubscriptionReport>> resume(
      UUID id, Owners owners, Actor actor) {
    return move(id, owners, State.ACTIVE, actor);
  }

  private CompletableFuture<Optional<SubscriptionReport>> move(
      UUID id, Owners owners, State to, Actor actor) {
    ActKind kind = to == State.ACTIVE ? ActKind.SUBSCRIPTION_RESUMED : ActKind.SUBSCRIPTION_PAUSED;
    return change(
        session -> {
          Optional<WebhookSubscription> before =
              SubscriptionQueries.findToChange(session, owners, id);
          boolean moves =
              before.isPresent()
                  && (to == State.ACTIVE ? !before.get().isActive() : before.get().isActive());
          Instant now = clock.instant();
          if (moves && SubscriptionStore.move(session, id, before.get().state(), to, now)) {
            tell(session, now, actor, kind, before.get());
          }
          return find(session, owners, id);
        });
  }

  /**
   * A new secret. The one that it replaces counts on for a while; the one before that, no more.
   *
   * @param secret null for one that is made here
   * @param overlap how long the former counts; zero if it doesn't
   */
  public CompletableFuture<Optional<WithSecret>> rotate(
      UUID id, Owners owners, @Nullable String secret, Duration overlap, Actor actor) {
    String signing = secret == null ? WebhookSecretText.random() : secret;
    return change(
        session -> {
          Instant now = clock.instant();
          Optional<WebhookSubscription> before =
              SubscriptionQueries.findToChange(session, owners, id);
          if (before.isPresent()) {
            Instant until = overlap.isZero() ? null : now.plus(overlap);
            SubscriptionStore.rotate(session, before.get(), signing, until, now);
            tell(session, now, actor, ActKind.SECRET_ROTATED, before.get());
          }
          return find(session, owners, id).map(after -> new WithSecret(after, signing));
        });
  }

  /**
   * Ends it, and what waits for it.
   *
   * @param seen only if it still is like this; empty for however it is
   */
  public CompletableFuture<Changed<SubscriptionReport>> remove(
      UUID id, Owners owners, Optional<SubscriptionReport> seen, Actor actor) {
    return changeAsSeen(
        id,
        owners,
        seen,
        (session, before) -> {
          SubscriptionStore.remove(session, id);
          tell(session, clock.instant(), actor, ActKind.SUBSCRIPTION_REMOVED, before);
          return Changed.made(Optional.empty());
        });
  }

  private static void tell(
      Session session, Instant now, Actor actor, ActKind kind, WebhookSubscription subscription) {
    AuditLog.add(session, now, actor, WebhookActs.on(subscription, kind));
  }

  /** Those of these owners, newest first. */
  public List<SubscriptionReport> list(Session session, Owners owners) throws SQLException {
    Instant now = clock.instant();
    return SubscriptionQueries.of(session, owners).stream()
        .map(stored -> SubscriptionReport.of(stored, now))
        .toList();
  }

  /** One of them. */
  public Optional<SubscriptionReport> find(Session session, Owners owners, UUID id)
      throws SQLException {
    return SubscriptionQueries.find(session, id)
        .filter(stored -> owners.include(stored.owner()))
        .map(stored -> SubscriptionReport.of(stored, clock.instant()));
  }

  /** What is written after this one's commit goes by what it has changed. */
  private <T> CompletableFuture<T> change(SqlWork<T> work) {
    CompletableFuture<T> changed = writer.write(work, result -> known.changed());
    return changed.whenComplete(
        (result, failure) -> {
          if (failure != null) {
            // It may have been seen within a transaction that then came to nothing.
            known.changed();
          }
        });
  }

  /** Reads what others have changed even if no event needs it, and forgets secrets that ended. */
  void everySecond() {
    Instant now = clock.instant();
    boolean former = known.hasFormer(now);
    if (!known.isStale() && !former) {
      return;
    }
    writer
        .write(
            session -> {
              if (former && SubscriptionStore.forgetFormer(session, now) > 0) {
                known.changed();
              }
              return known.current(session);
            })
        .whenComplete(
            (read, failure) -> {
              if (failure != null) {
                LOG.log(Level.DEBUG, "The subscriptions could not be read", failure);
              }
            });
  }
}
