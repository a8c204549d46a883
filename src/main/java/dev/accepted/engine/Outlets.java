package dev.accepted.engine;

import dev.accepted.events.EventFeed;
import dev.accepted.events.JobEvents;
import dev.accepted.messages.Messages;
import dev.accepted.sql.Database;
import dev.accepted.store.GroupCommit;
import dev.accepted.webhooks.EventOutbox;
import dev.accepted.webhooks.Webhooks;
import java.util.concurrent.Executor;

/**
 * Those who tell what happens, and the writer of the store, which tells them.
 *
 * @param events what happens on this server, at once
 * @param feed what happens on any, in the order of the journal
 */
record Outlets(
    JobEvents events, EventFeed feed, GroupCommit writer, Webhooks webhooks, Messages messages) {

  /**
   * Puts them together; nobody is told anything before the engine starts.
   *
   * @param replies runs what is short and often comes in crowds
   * @param streams the same for streams, on fewer threads: they must not hold up answers
   * @param doubt called when it is not known whether a transaction happened
   */
  static Outlets of(Environment environment, Executor replies, Executor streams, Runnable doubt) {
    Database database = environment.database();
    EventFeed feed = new EventFeed(database, streams);
    EventOutbox outbox = new EventOutbox(environment.bodies());
    GroupCommit writer =
        new GroupCommit(
            database,
            environment.threads(),
            new News(feed, outbox, doubt),
            environment.observer(),
            outbox);
    return new Outlets(
        new JobEvents(replies),
        feed,
        writer,
        new Webhooks(environment.ofWebhooks(), writer, outbox),
        new Messages(environment.ofMessages(), writer, feed));
  }

  void everySecond() {
    feed.tellSoon();
    webhooks.everySecond();
    messages.everySecond();
  }

  /** Ends what waits for news. */
  void end() {
    events.end();
    feed.end();
  }

  /** They go on after {@link #end}. */
  void resume() {
    events.resume();
    feed.resume();
  }

  void close() {
    webhooks.close();
    messages.close();
    writer.close();
  }
}
