package dev.accepted.engine;

import dev.accepted.engine.intake.JobIds;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.engine.intake.SubscriptionRules;
import dev.accepted.job.Actor;
import dev.accepted.job.Changed;
import dev.accepted.job.Owners;
import dev.accepted.webhooks.DeliveryReport;
import dev.accepted.webhooks.SubscriptionReport;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import dev.accepted.webhooks.Subscriptions;
import dev.accepted.webhooks.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The door to standing subscriptions of webhooks. What it answers holds: a stage is done after the
 * commit, and fails with a {@link Refusal}. What these owners don't have is empty or false.
 */
public final class SubscriptionService {

  private final Core core;
  private final Webhooks webhooks;
  private final Subscriptions subscriptions;
  private final SubscriptionRules rules;
  private final JobIds ids;

  SubscriptionService(Core core, Webhooks webhooks) {
    this.core = core;
    this.webhooks = webhooks;
    this.subscriptions = webhooks.subscriptions();
    this.rules = new SubscriptionRules(core.settings().webhooks(), core.types());
    this.ids = new JobIds(core.clock());
  }

  /** The most that an owner may have. */
  public int most() {
    return subscriptions.most();
  }

  /**
   * Subscribes: it is told all that this server writes down once the stage is done.
   *
   * @param links what URLs begin with for the caller, with a slash at its end
   * @return empty if the owner has as many as may be
   * @throws Refusal if it can't be
   */
  public CompletionStage<Optional<WithSecret>> add(
      String owner, RequestedSubscription asked, String links, Actor actor) {
    return answered(
        subscriptions.add(
            ids.next().value(), owner, rules.draft(asked, links), asked.secret(), actor));
  }

  /**
   * Another receiver or filter; the secret stays.
   *
   * @param seen only if it still is like this; empty for however it is
   * @throws Refusal if it can't be
   */
  public CompletionStage<Changed<SubscriptionReport>> change(
      Owners owners,
      UUID id,
      Optional<SubscriptionReport> seen,
      RequestedSubscription asked,
      String links,
      Actor actor) {
    return answered(subscriptions.change(id, owners, seen, rules.draft(asked, links), actor));
  }

  /** It is told nothing from now on. */
  public CompletionStage<Optional<SubscriptionReport>> pause(Owners owners, UUID id, Actor actor) {
    return answered(subscriptions.pause(id, owners, actor));
  }

  /** It is told what happens from now on. */
  public CompletionStage<Optional<SubscriptionReport>> resume(Owners owners, UUID id, Actor actor) {
    return answered(subscriptions.resume(id, owners, actor));
  }

  /**
   * A new secret.
   *
   * @param secret null for one that is made here
   * @param overlap how long the former counts on; null for the usual time
   * @throws Refusal if one of them can't be
   */
  public CompletionStage<Optional<WithSecret>> rotate(
      Owners owners, UUID id, @Nullable String secret, @Nullable Duration overlap, Actor actor) {
    return answered(
        subscriptions.rotate(id, owners, secret, rules.overlap(overlap, secret), actor));
  }

  /**
   * Ends it.
   *
   * @param seen only if it still is like this; empty for however it is
   */
  public CompletionStage<Changed<SubscriptionReport>> remove(
      Owners owners, UUID id, Optional<SubscriptionReport> seen, Actor actor) {
    return answered(subscriptions.remove(id, owners, seen, actor));
  }

  /** All of these owners, newest first. */
  public List<SubscriptionReport> list(Owners owners) {
    return core.read(session -> subscriptions.list(session, owners));
  }

  /** One of them. */
  public Optional<SubscriptionReport> find(Owners owners, UUID id) {
    return core.read(session -> subscriptions.find(session, owners, id));
  }

  /**
   * What was sent to it, or is to be sent; newest first.
   *
   * @param before only such as have a lower number
   */
  public List<DeliveryReport> deliveries(SubscriptionReport subscription, long before, int limit) {
    return core.read(session -> webhooks.ofSubscription(session, subscription.id(), before, limit));
  }

  /** Sends one of them again that has arrived or is dead; false if it isn't such a one. */
  public CompletionStage<Boolean> sendAgain(
      SubscriptionReport subscription, DeliveryReport delivery, Actor actor) {
    return answered(webhooks.sendAgain(delivery, subscription.owner(), actor));
  }

  private <T> CompletionStage<T> answered(CompletableFuture<T> written) {
    return written.handleAsync(Interventions::orStoreDown, core.replies());
  }
}
