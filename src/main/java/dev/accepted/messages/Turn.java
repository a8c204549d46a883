package dev.accepted.messages;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.events.Follower;
import dev.accepted.events.HistoryLost;
import dev.accepted.events.Topic;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Database;
import dev.accepted.store.JournalQueries;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * This server's turn at publishing: follows the journal from where the topic has come to. For one
 * thread at a time.
 */
final class Turn {

  private static final Logger LOG = System.getLogger(Turn.class.getName());

  private final MessageTopic topic;
  private final Place place;
  private final Database database;
  private final EventFeed feed;
  private final Follower follower;
  private final Function<Event, String> bodies;
  private EventCursor cursor;

  /** How many numbers right before the next message are not in the journal any more. */
  private long missed;

  /**
   * Begins where the place has come to.
   *
   * @param follower is told when there is more
   */
  Turn(
      MessageTopic topic,
      Place place,
      Database database,
      EventFeed feed,
      Follower follower,
      Function<Event, String> bodies) {
    this.topic = topic;
    this.place = place;
    this.database = database;
    this.feed = feed;
    this.follower = follower;
    this.bodies = bodies;
    cursor = follow(place.reached());
  }

  private EventCursor follow(long after) {
    EventCursor from = feed.follow(new Topic.AllJobs(), Optional.of(after));
    from.tell(follower);
    return from;
  }

  /**
   * Publishes the next events, if there are any.
   *
   * @param stopped asked before anything is published
   * @return how it went
   */
  Step publishNext(BooleanSupplier stopped) throws BrokerException {
    List<Event> events = next();
    if (events.isEmpty() || stopped.getAsBoolean()) {
      return Step.IDLE;
    }
    long last = events.get(events.size() - 1).number();
    List<Message> messages = messages(events);
    if (!messages.isEmpty()) {
      publish(messages);
      missed = 0;
    }
    // What was missed is told with the next message, also if another server sends that.
    boolean still = missed > 0 || last <= place.reached() || place.advance(last);
    Step done = messages.isEmpty() ? Step.SKIPPED : Step.PUBLISHED;
    return still ? done : Step.LOST;
  }

  /** What became of a step. */
  enum Step {
    /** There is nothing to publish. */
    IDLE,
    /** There was nothing to be published among what came; there may be more. */
    SKIPPED,
    /** The broker has taken something; there may be more. */
    PUBLISHED,
    /** Another server has the place. */
    LOST
  }

  private void publish(List<Message> messages) throws BrokerException {
    topic.open();
    try {
      topic.publish(messages);
    } catch (BrokerException failed) {
      if (failed.taken() > 0) {
        place.advance(messages.get(failed.taken() - 1).number());
      }
      throw failed;
    }
  }

  private List<Event> next() throws BrokerException {
    while (true) {
      try {
        return cursor.next();
      } catch (HistoryLost lost) {
        // Only when the broker is back is it known how much that will be.
        topic.open();
        goOnAfterLoss();
      }
    }
  }

  private void goOnAfterLoss() {
    long before = place.reached() + missed;
    long last = database.read(JournalQueries::oldest) - 1;
    LOG.log(
        Level.WARNING,
        "The events {0} to {1} were not published to {2}: they are longer ago than"
            + " accepted.events.history",
        Long.toString(before + 1),
        Long.toString(last),
        topic.name());
    missed += last - before;
    cursor.close();
    cursor = follow(last);
  }

  /**
   * Lines that were logged stay in the journal: a job may write very many. What another server has
   * published may not have been heard of here before.
   */
  private List<Message> messages(List<Event> events) {
    List<Message> messages = new ArrayList<>();
    for (Event event : events) {
      if (event.kind() != Kind.LOG && event.number() > place.reached()) {
        message(event, messages.isEmpty() ? missed : 0).ifPresent(messages::add);
      }
    }
    return messages;
  }

  /** Others are published even if one can't be written. */
  private Optional<Message> message(Event event, long missedBefore) {
    try {
      return Optional.of(Message.of(event, bodies.apply(event), missedBefore));
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "An event of the job " + event.job().id() + " can't be published", bug);
      return Optional.empty();
    }
  }

  /** Follows no more. */
  void close() {
    cursor.close();
  }
}
