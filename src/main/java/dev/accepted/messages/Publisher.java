package dev.accepted.messages;

import dev.accepted.events.EventFeed;
import dev.accepted.events.JournalUnavailable;
import dev.accepted.messages.Turn.Step;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.GroupCommit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal to a topic while this server has the place for that, and takes the place
 * when it is free. On a thread of the executor's while there is something to publish, and on none
 * otherwise.
 */
final class Publisher {

  private static final Logger LOG = System.getLogger(Publisher.class.getName());

  /** A connection that was not used for so long is given back. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** How long a server that stops waits for what is being published. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Messages.Parts parts;
  private final MessageTopic topic;
  private final EventFeed feed;
  private final Place place;
  private final BrokerOutage outage;

  /** How often it was asked to look, since it last had done with that. */
  private final AtomicInteger asked = new AtomicInteger();

  /** Held by whoever uses what follows. */
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable Turn turn;
  private Instant usedAt = Instant.MIN;
  private volatile boolean elsewhere;
  private volatile boolean stopped;

  Publisher(Messages.Parts parts, MessageTopic topic, GroupCommit writer, EventFeed feed) {
    this.parts = parts;
    this.topic = topic;
    this.feed = feed;
    place = new Place(topic.name(), parts.database(), writer);
    outage = new BrokerOutage(topic.name());
  }

  /** Looks soon, on another thread; one look at a time. */
  void wake() {
    if (!stopped && asked.getAndIncrement() == 0) {
      start();
    }
  }

  private void start() {
    try {
      parts.executor().execute(this::run);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "The server stops; events are published later", stopping);
      asked.set(0);
    }
  }

  private void run() {
    int seen = asked.get();
    try {
      publish();
    } finally {
      if (asked.addAndGet(-seen) > 0 && !stopped) {
        start();
      }
    }
  }

  private void publish() {
    lock.lock();
    try {
      if (!stopped && !outage.rests(parts.clock().instant())) {
        publishAll();
      }
    } catch (CompletionException | DatabaseException | JournalUnavailable storeDown) {
      LOG.log(Level.DEBUG, "The store is down; events are published later", storeDown);
      leave();
    } catch (BrokerException down) {
      outage.goesOn(down.getCause() == null ? down : down.getCause(), parts.clock().instant());
      leave();
    } catch (RuntimeException | LinkageError bug) {
      outage.goesOn(bug, parts.clock().instant());
      leave();
    } finally {
      lock.unlock();
    }
  }

  private void publishAll() throws BrokerException {
    Turn current = turn == null ? begin() : turn;
    if (current == null) {
      return;
    }
    Step step;
    do {
      step = current.publishNext(() -> stopped);
      if (step == Step.PUBLISHED) {
        outage.over();
        usedAt = parts.clock().instant();
      }
    } while (step == Step.PUBLISHED || step == Step.SKIPPED);
    if (step == Step.LOST) {
      LOG.log(Level.WARNING, "Another server publishes to {0} now", topic.name());
      leave();
    } else if (usedAt.plus(IDLE).isBefore(parts.clock().instant())) {
      topic.close();
    }
  }

  private @Nullable Turn begin() {
    elsewhere = !place.take();
    if (!elsewhere) {
      turn = new Turn(topic, place, parts.database(), feed, any -> wake(), parts.bodies());
    }
    return turn;
  }

  /** Another may have better luck. */
  private void leave() {
    Turn old = turn;
    turn = null;
    topic.close();
    if (old != null) {
      old.close();
      try {
        place.release();
      } catch (CompletionException storeDown) {
        LOG.log(Level.DEBUG, "The place stays this server's as long as it lives", storeDown);
      }
    }
  }

  /** Since when the broker fails; empty if it doesn't, or if another server publishes. */
  Optional<Instant> brokerAwaySince() {
    return elsewhere ? Optional.empty() : outage.since();
  }

  /** True if it is this server that publishes. */
  boolean hasThePlace() {
    return turn != null;
  }

  /** Publishes no more, and leaves its place to another. */
  void close() {
    stopped = true;
    boolean alone = false;
    try {
      alone = lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (alone) {
        leave();
      } else {
        LOG.log(Level.WARNING, "The broker of {0} keeps a thread of this server", topic.name());
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      if (alone) {
        lock.unlock();
      }
    }
  }
}
