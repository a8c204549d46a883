package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL: whoever follows at either is told the same, in the same order. */
class EventsOfTwoNodesTest extends TwoNodes {

  private static final int JOBS = 200;

  @Test
  void whatHappensAtOneIsToldAtTheOther() throws Exception {
    try (TestFollower there = TestFollower.of(other.feed(), TestFollower.everything());
        TestFollower here = TestFollower.of(one.feed(), TestFollower.everything())) {
      Job job = one.submit("test", "quick");
      List<Event> told = there.until(Kind.SUCCEEDED);
      assertThat(told)
          .extracting(Event::kind)
          .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.SUCCEEDED);
      assertThat(told).extracting(event -> event.job().id()).containsOnly(job.id());
      assertThat(numbers(here.until(Kind.SUCCEEDED))).isEqualTo(numbers(told));
    }
  }

  @Test
  void bothTellTheSameInTheSameOrder() throws Exception {
    try (TestFollower here = TestFollower.of(one.feed(), TestFollower.everything());
        TestFollower there = TestFollower.of(other.feed(), TestFollower.everything())) {
      Set<JobId> jobs = new HashSet<>();
      for (int i = 0; i < JOBS; i++) {
        jobs.add((i % 2 == 0 ? one : other).submit("test", "quick").id());
      }
      List<Long> first = toldOfAll(here, jobs);
      List<Long> second = toldOfAll(there, jobs);
      assertThat(first).hasSize(3 * JOBS).isSorted().doesNotHaveDuplicates();
      assertThat(second).isEqualTo(first);
    }
  }

  /** News takes a moment from one server to another; a client that was cut off may be quicker. */
  @Test
  void whoWasToldMoreThanAServerHasHeardIsToldNothingTwice() throws Exception {
    EventFeed unaware = new EventFeed(other.database, Runnable::run);
    Job first = one.submit("test", "quick");
    one.await(first.id(), JobStatus.SUCCEEDED);
    List<Event> told;
    try (TestFollower here = TestFollower.after(one.feed(), TestFollower.everything(), 0)) {
      told = here.until(Kind.SUCCEEDED);
    }
    long last = told.get(told.size() - 1).number();
    try (TestFollower back = TestFollower.after(unaware, TestFollower.everything(), last)) {
      Job second = one.submit("test", "quick");
      one.await(second.id(), JobStatus.SUCCEEDED);
      unaware.missed();
      assertThat(back.until(Kind.SUCCEEDED))
          .extracting(event -> event.job().id())
          .hasSize(3)
          .containsOnly(second.id());
    }
  }

  /** What a server has heard of, and has told nobody yet, is in the journal all the same. */
  @Test
  void whoComesBackWhileNewsWaitsMissesNothing() throws Exception {
    Deque<Runnable> notBegun = new ArrayDeque<>();
    EventFeed busy = new EventFeed(other.database, notBegun::add);
    try (EventCursor somebody = busy.follow(TestFollower.everything(), Optional.empty())) {
      Job job = one.submit("test", "quick");
      one.await(job.id(), JobStatus.SUCCEEDED);
      busy.missed();
      assertThat(notBegun).hasSize(1);
      try (EventCursor back =
          busy.follow(TestFollower.everything(), Optional.of(somebody.since()))) {
        assertThat(back.next())
            .extracting(Event::kind)
            .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.SUCCEEDED);
      }
    }
  }

  private static List<Long> toldOfAll(TestFollower follower, Set<JobId> jobs) throws Exception {
    Set<JobId> open = new HashSet<>(jobs);
    List<Event> all = new ArrayList<>();
    while (!open.isEmpty()) {
      all.addAll(follower.until(Kind.SUCCEEDED));
      open.remove(all.get(all.size() - 1).job().id());
    }
    return numbers(all);
  }

  private static List<Long> numbers(List<Event> events) {
    return events.stream().map(Event::number).toList();
  }
}
