package dev.accepted.messages;

import dev.accepted.events.Event;
import dev.accepted.events.EventFeed;
import dev.accepted.sql.Database;
import dev.accepted.store.GroupCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal of events to a topic, if there is one. It has no timer of its own: somebody
 * calls {@link #everySecond}.
 */
public final class Messages implements AutoCloseable {

  private final @Nullable Publisher publisher;

  /**
   * What it is given.
   *
   * @param topic empty if nothing is to be published
   * @param executor for publishing; a broker that hangs keeps one of its threads
   * @param bodies what the message of an event says
   */
  public record Parts(
      Optional<MessageTopic> topic,
      Clock clock,
      Database database,
      Executor executor,
      Function<Event, String> bodies) {}

  /**
   * What this server does.
   *
   * @param since when that began, where it is known
   */
  public record State(Doing doing, Optional<Instant> since) {}

  /** What can be seen of it. */
  public enum Doing {
    /** No topic is set. */
    OFF,
    /** Another server publishes, or soon one will. */
    STANDBY,
    /** It publishes what happens, or waits for that. */
    PUBLISHING,
    /** The broker failed, and is tried again. */
    BROKER_AWAY;

    /** Its name in what is shown. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Puts it together; nothing is published before it is woken. */
  public Messages(Parts parts, GroupCommit writer, EventFeed feed) {
    publisher = parts.topic().map(t -> new Publisher(parts, t, writer, feed)).orElse(null);
  }

  /** Publishes what there is, or sees whether this server may. */
  public void everySecond() {
    if (publisher != null) {
      publisher.wake();
    }
  }

  /** What this server does. */
  public State state() {
    if (publisher == null) {
      return new State(Doing.OFF, Optional.empty());
    }
    Optional<Instant> away = publisher.brokerAwaySince();
    Doing otherwise = publisher.hasThePlace() ? Doing.PUBLISHING : Doing.STANDBY;
    return new State(away.isPresent() ? Doing.BROKER_AWAY : otherwise, away);
  }

  /** Publishes no more; another server, or the next start, goes on. */
  @Override
  public void close() {
    if (publisher != null) {
      publisher.close();
    }
  }
}
