package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.EventBodies;
import dev.accepted.webhooks.NameResolver;
import dev.accepted.webhooks.Webhooks;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * What the engine is given.
 *
 * @param database its own; migrated when the engine is made, closed with it
 * @param executor runs job bodies and answers; with at least as many threads as there are slots,
 *     and some to spare
 * @param threads for the threads that the engine owns: the store's writer and those of webhooks
 * @param observer who counts what happens
 * @param bodies what receivers of webhooks are sent
 * @param names where their addresses come from
 */
public record Environment(
    Settings settings,
    Clock clock,
    Database database,
    ExecutorService executor,
    ThreadFactory threads,
    EngineObserver observer,
    EventBodies bodies,
    NameResolver names) {

  /** What of it webhooks are given. */
  Webhooks.Parts ofWebhooks() {
    return new Webhooks.Parts(settings, clock, database, executor, threads, names, observer);
  }
}
