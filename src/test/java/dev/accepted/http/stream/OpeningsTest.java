package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.guard.Caller;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobStatus;
import dev.accepted.job.SettableClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to one that begins to follow some time after it has asked to. */
class OpeningsTest {

  @TempDir Path folder;
  private final CountDownLatch goOn = new CountDownLatch(1);
  private EngineFixture engine;
  private final Openings openings = new Openings();

  /** There is no container here that would inject. */
  @SuppressWarnings("UnnecessaryAssignment")
  @BeforeEach
  void start() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("nothing", context -> {})
            .act("hold", context -> goOn.await());
    engine = new EngineFixture(Settings.in(folder), new SettableClock(), type);
    openings.feed = engine.engine.feed();
    openings.jobs = engine.service();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private List<Kind> told(Optional<Long> asked, int least) throws Exception {
    try (Opening opening =
        openings.ofChosen(
            Caller.ANONYMOUS, job -> true, JobFilter.ALL, 50, Optional.empty(), asked)) {
      assertThat(opening.first()).isEmpty();
      return told(opening.cursor(), least).stream().map(event -> event.kind()).toList();
    }
  }

  /** The next events of a stream, so many at least, as soon as they are told. */
  private static List<Event> told(EventCursor cursor, int least) throws Exception {
    List<Event> all = new ArrayList<>(cursor.next());
    BlockingQueue<Event> told = new LinkedBlockingQueue<>();
    cursor.tell(following -> told.addAll(following.next()));
    while (all.size() < least) {
      all.add(Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "an event is not told"));
    }
    return all;
  }

  /** As with a socket: its client knows of it before the server begins to follow. */
  @Test
  void whatHasHappenedSinceItWasAskedForIsTold() throws Exception {
    long asked = openings.now();
    engine.await(engine.submit("test", "nothing").id(), JobStatus.SUCCEEDED);

    assertThat(told(Optional.of(asked), 3))
        .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.SUCCEEDED);
    assertThat(told(Optional.empty(), 0)).isEmpty();
  }

  /** As on a server that has not heard yet of what another has committed, and finds the job. */
  @SuppressWarnings("UnnecessaryAssignment")
  @Test
  void itIsNotOverBeforeTheEndWasTold() throws Exception {
    Job held = engine.submit("test", "hold");
    engine.await(held.id(), JobStatus.RUNNING);
    openings.feed = new EventFeed(engine.database, Runnable::run);
    long before = openings.now();
    goOn.countDown();
    engine.await(held.id(), JobStatus.SUCCEEDED);

    try (Opening opening =
        openings.ofJob(Caller.ANONYMOUS, held.id().toString(), Optional.of(before))) {
      assertThat(opening.first()).isEmpty();
      assertThat(opening.over()).isFalse();
      openings.feed.missed();
      assertThat(told(opening.cursor(), 1)).extracting(Event::kind).containsExactly(Kind.SUCCEEDED);
    }
    Optional<Long> last = Optional.of(openings.now());
    try (Opening opening = openings.ofJob(Caller.ANONYMOUS, held.id().toString(), last)) {
      assertThat(opening.over()).isTrue();
    }
  }

  @Test
  void howThingsStandHasNoHigherNumberThanWhatIsToldThen() throws Exception {
    long asked = openings.now();
    Job held = engine.submit("test", "hold");
    engine.await(held.id(), JobStatus.RUNNING);

    try (Opening opening =
        openings.ofChosen(
            Caller.ANONYMOUS,
            job -> true,
            JobFilter.ALL,
            50,
            Optional.empty(),
            Optional.of(asked))) {
      assertThat(opening.first()).extracting(Event::number).containsExactly(asked);
      assertThat(told(opening.cursor(), 2))
          .extracting(Event::number)
          .hasSize(2)
          .isSorted()
          .allMatch(number -> number > asked);
    }
    goOn.countDown();
    engine.await(held.id(), JobStatus.SUCCEEDED);
  }
}
