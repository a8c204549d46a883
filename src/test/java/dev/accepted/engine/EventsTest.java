package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.events.Event;
import dev.accepted.events.HistoryLost;
import dev.accepted.events.Topic;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a follower of one server is told. */
class EventsTest {

  private static final int MANY = 700;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final CountDownLatch free = new CountDownLatch(1);
  private EngineFixture engine;

  @BeforeEach
  void start() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("quick", context -> context.log("said"))
            .act("chatty", context -> IntStream.range(0, MANY).forEach(i -> context.log("said")))
            .act("wait", context -> free.await());
    engine =
        new EngineFixture(
            Settings.in(folder),
            clock,
            EmbeddedDatabase.open(folder.resolve("jobs"), false, 4, false),
            type);
  }

  @AfterEach
  void stop() {
    free.countDown();
    engine.close();
  }

  @Test
  void aJobsLifeIsToldInOrder() throws Exception {
    try (TestFollower follower = TestFollower.of(engine.feed(), TestFollower.everything())) {
      Job job = engine.submit("test", "quick");
      List<Event> told = follower.until(Kind.SUCCEEDED);
      assertThat(told)
          .extracting(Event::kind)
          .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.LOG, Kind.SUCCEEDED);
      assertThat(told).extracting(event -> event.job().id()).containsOnly(job.id());
      assertThat(told).extracting(Event::number).isSorted().doesNotHaveDuplicates();
      assertThat(told.get(2).line()).isNotNull();
    }
  }

  /** What a follower doesn't take is not kept for it, and told all the same. */
  @Test
  void aSlowFollowerMissesNothing() throws Exception {
    try (TestFollower slow = TestFollower.of(engine.feed(), TestFollower.everything());
        TestFollower quick = TestFollower.of(engine.feed(), TestFollower.everything())) {
      slow.holdUp();
      JobId last = null;
      for (int i = 0; i < MANY; i++) {
        last = engine.submit("test", "quick").id();
      }
      JobId end = last;
      List<Event> expected =
          quick.until(event -> event.kind() == Kind.SUCCEEDED && event.job().id().equals(end));
      slow.goOn();
      List<Event> told =
          slow.until(event -> event.kind() == Kind.SUCCEEDED && event.job().id().equals(end));
      assertThat(told).hasSize(4 * MANY);
      assertThat(told).extracting(Event::number).isSorted().doesNotHaveDuplicates();
      assertThat(told).extracting(Event::number).isEqualTo(numbers(expected));
    }
  }

  /** What has one entry in the journal is read from it as a whole. */
  @Test
  void aSlowFollowerMissesNoLineOfMany() throws Exception {
    try (TestFollower slow = TestFollower.of(engine.feed(), TestFollower.everything())) {
      slow.holdUp();
      Job job = engine.submit("test", "chatty");
      engine.await(job.id(), JobStatus.SUCCEEDED);
      slow.goOn();
      List<Event> told = slow.until(Kind.SUCCEEDED);
      assertThat(told).filteredOn(event -> event.kind() == Kind.LOG).hasSize(MANY);
      assertThat(told).extracting(Event::number).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<Long> numbers(List<Event> events) {
    return events.stream().map(Event::number).toList();
  }

  @Test
  void whoComesBackIsToldWhatItMissed() throws Exception {
    Job first = engine.submit("test", "quick");
    engine.await(first.id(), JobStatus.SUCCEEDED);
    List<Event> all;
    try (TestFollower follower = TestFollower.after(engine.feed(), TestFollower.everything(), 0)) {
      all = follower.until(Kind.SUCCEEDED);
    }
    assertThat(all).hasSize(4);
    Job second = engine.submit("test", "quick");
    engine.await(second.id(), JobStatus.SUCCEEDED);
    long seen = all.get(0).number();
    try (TestFollower one = TestFollower.after(engine.feed(), new Topic.OneJob(first.id()), seen);
        TestFollower both = TestFollower.after(engine.feed(), TestFollower.everything(), seen)) {
      // In the middle of an entry with two numbers, too.
      assertThat(numbers(one.until(Kind.SUCCEEDED))).isEqualTo(numbers(all.subList(1, 4)));
      List<Event> told =
          both.until(e -> e.job().id().equals(second.id()) && e.kind() == Kind.SUCCEEDED);
      assertThat(told).hasSize(7);
    }
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidToBeLost() throws Exception {
    Job first = engine.submit("test", "quick");
    engine.await(first.id(), JobStatus.SUCCEEDED);
    engine.everyTenSeconds();
    clock.advance(Settings.in(folder).history().plusSeconds(1));
    Job second = engine.submit("test", "quick");
    engine.await(second.id(), JobStatus.SUCCEEDED);
    engine.everyTenSeconds();
    Topic topic = new Topic.OneJob(first.id());
    var cursor = engine.feed().follow(topic, Optional.of(1L));
    assertThatThrownBy(cursor::next).isInstanceOf(HistoryLost.class);
    cursor.skip();
    assertThat(cursor.next()).isEmpty();
    cursor.close();
    try (TestFollower recent =
        TestFollower.after(engine.feed(), new Topic.OneJob(second.id()), 4)) {
      assertThat(recent.until(Kind.SUCCEEDED)).hasSize(4);
    }
  }

  /** Of other jobs it hears nothing, and yet knows that the journal went on. */
  @Test
  void aQuietJobsFollowerKeepsUpWithTheJournal() throws Exception {
    engine.submit("test", "wait");
    Job quiet = engine.submit("test", "quick");
    try (TestFollower one = TestFollower.of(engine.feed(), new Topic.OneJob(quiet.id()));
        TestFollower all = TestFollower.of(engine.feed(), TestFollower.everything())) {
      JobId other = engine.submit("test", "quick").id();
      List<Event> told = all.until(event -> event.job().id().equals(other));
      JobId later = engine.submit("test", "quick").id();
      all.until(event -> event.job().id().equals(later));
      assertThat(one.cursor().position()).isGreaterThanOrEqualTo(told.get(0).number());
      assertThat(one.cursor().next()).isEmpty();
    }
  }

  /** What the journal has dropped meanwhile was none of its own. */
  @Test
  void aFollowerLosesNothingAfterALongSilence() throws Exception {
    engine.submit("test", "wait");
    Job chatty = engine.submit("test", "chatty");
    try (TestFollower one = TestFollower.of(engine.feed(), new Topic.OneJob(chatty.id()))) {
      engine.everyTenSeconds();
      clock.advance(Settings.in(folder).history().plusSeconds(1));
      engine.submit("test", "quick");
      engine.everyTenSeconds();
      one.holdUp();
      free.countDown();
      engine.await(chatty.id(), JobStatus.SUCCEEDED);
      one.goOn();
      List<Event> told = one.until(Kind.SUCCEEDED);
      assertThat(told).filteredOn(event -> event.kind() == Kind.LOG).hasSize(MANY);
    }
  }

  @Test
  void strangersAreToldNothing() throws Exception {
    Topic strangers = new Topic.JobsOf(new Owners.Only(OWNER + "'s neighbour"), job -> true);
    try (TestFollower stranger = TestFollower.of(engine.feed(), strangers);
        TestFollower later = TestFollower.after(engine.feed(), strangers, 0);
        TestFollower owner = TestFollower.of(engine.feed(), TestFollower.everything())) {
      engine.submit("test", "quick");
      owner.until(Kind.SUCCEEDED);
      assertThat(stranger.cursor().next()).isEmpty();
      assertThat(later.cursor().next()).isEmpty();
    }
  }

  @Test
  void anEndingServerSaysSo() throws Exception {
    try (TestFollower follower = TestFollower.of(engine.feed(), TestFollower.everything())) {
      assertThat(follower.cursor().isEnded()).isFalse();
      engine.stop(Duration.ZERO);
      assertThat(follower.cursor().isEnded()).isTrue();
      try (TestFollower late = TestFollower.of(engine.feed(), TestFollower.everything())) {
        assertThat(late.cursor().isEnded()).isTrue();
      }
    }
    assertThat(engine.feed().followers()).isZero();
  }
}
