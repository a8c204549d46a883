package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.events.Follower;
import dev.accepted.events.Topic;
import dev.accepted.job.JobEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what it is told; takes nothing while it is held up. */
final class TestFollower implements Follower, AutoCloseable {

  private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();
  private final EventCursor cursor;
  private volatile boolean heldUp;

  private TestFollower(EventFeed feed, Topic topic, Optional<Long> after) {
    cursor = feed.follow(topic, after);
    cursor.tell(this);
  }

  static TestFollower of(EventFeed feed, Topic topic) {
    return new TestFollower(feed, topic, Optional.empty());
  }

  static TestFollower after(EventFeed feed, Topic topic, long number) {
    return new TestFollower(feed, topic, Optional.of(number));
  }

  /** All jobs of the fixture's owner. */
  static Topic everything() {
    return new Topic.JobsOf(EngineFixture.OWNERS, job -> true);
  }

  @Override
  public void proceed(EventCursor following) {
    while (!heldUp) {
      List<Event> events = following.next();
      if (events.isEmpty()) {
        return;
      }
      told.addAll(events);
    }
  }

  void holdUp() {
    heldUp = true;
  }

  void goOn() {
    heldUp = false;
    cursor.wake();
  }

  EventCursor cursor() {
    return cursor;
  }

  /** What is told up to the first event for which this holds. */
  List<Event> until(Predicate<Event> last) throws InterruptedException {
    List<Event> all = new ArrayList<>();
    Event next;
    do {
      next = told.poll(EngineFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(next).as("after %d events", all.size()).isNotNull();
      all.add(next);
    } while (!last.test(next));
    return all;
  }

  List<Event> until(Kind kind) throws InterruptedException {
    return until(event -> event.kind() == kind);
  }

  @Override
  public void close() {
    cursor.close();
  }
}
