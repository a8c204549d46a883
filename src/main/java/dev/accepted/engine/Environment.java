package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.messages.MessageTopic;
import dev.accepted.messages.Messages;
import dev.accepted.outbound.NameResolver;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.EventBodies;
import dev.accepted.webhooks.Webhooks;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * What the engine is given.
 *
 * @param database its own; migrated when the engine is made, closed with it
 * @param executor runs job bodies and answers; with at least as many threads as there are slots,
 *     and some to spare
 * @param threads for the threads that the engine owns: the store's writer and those of webhooks
 * @param observer who counts what happens
 * @param bodies what receivers of webhooks are sent, and what is published
 * @param names where their addresses come from
 * @param topic where events are published, if they are
 */
public record Environment(
    Settings settings,
    Clock clock,
    Database database,
    Executor executor,
    ThreadFactory threads,
    EngineObserver observer,
    EventBodies bodies,
    NameResolver names,
    Optional<MessageTopic> topic) {

  private static final String API = "/api/";

  /** The same with another executor. */
  Environment on(Executor other) {
    return new Environment(
        settings, clock, database, other, threads, observer, bodies, names, topic);
  }

  /** What of it webhooks are given. */
  Webhooks.Parts ofWebhooks() {
    return new Webhooks.Parts(settings, clock, database, executor, threads, names, observer);
  }

  /** What of it messages are given. Links are relative where no public URL is set. */
  Messages.Parts ofMessages() {
    String links = settings.publicUrl().map(url -> url.resolve(API).toString()).orElse(API);
    return new Messages.Parts(
        topic,
        clock,
        database,
        executor,
        event -> bodies.body(event.number(), event.kind(), event.at(), event.job(), links));
  }
}
