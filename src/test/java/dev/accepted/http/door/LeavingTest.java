package dev.accepted.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.events.JobListener;
import dev.accepted.events.Subscription;
import dev.accepted.job.JobEvent;
import dev.accepted.job.JobId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.AttributeChangeNotification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final JobId ANY = new JobId(new UUID(1, 2));

  @TempDir Path folder;
  private EngineFixture fixture;

  @BeforeEach
  void open() throws Exception {
    fixture = new EngineFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whoWaitsIsToldAndTheNodeIsNotReadyAnyMore() throws Exception {
    Waiter waiter = new Waiter();
    try (Subscription ignored = fixture.engine.events().subscribe(ANY, waiter)) {
      new Leaving(fixture.engine, Duration.ZERO).handleNotification(to("suspending"), null);
      waiter.ended.get(EngineFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(fixture.engine.health().isDraining()).isTrue();
  }

  @Test
  void whoComesToWaitMeanwhileIsToldAtOnce() {
    new Leaving(fixture.engine, Duration.ZERO).handleNotification(to("stopping"), null);
    Waiter late = new Waiter();
    fixture.engine.events().subscribe(ANY, late).close();
    assertThat(late.ended).isCompleted();
  }

  @Test
  void itLingersUntilTheServerGoesOnAfterAll() throws Exception {
    Leaving leaving = new Leaving(fixture.engine, AN_HOUR);
    CompletableFuture<Void> left =
        CompletableFuture.runAsync(() -> leaving.handleNotification(to("suspending"), null));
    while (!fixture.engine.health().isDraining()) {
      Thread.onSpinWait();
    }
    assertThat(left).isNotDone();

    leaving.handleNotification(to("normal"), null);
    left.get(EngineFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(fixture.engine.health().isDraining()).isFalse();
    Waiter waiter = new Waiter();
    fixture.engine.events().subscribe(ANY, waiter).close();
    assertThat(waiter.ended).isNotDone();
  }

  @Test
  void otherNewsIsNoneOfItsBusiness() {
    Leaving leaving = new Leaving(fixture.engine, AN_HOUR);
    leaving.handleNotification(to("starting"), null);
    leaving.handleNotification(to("normal"), null);
    assertThat(fixture.engine.health().isDraining()).isFalse();
  }

  private static AttributeChangeNotification to(String state) {
    return new AttributeChangeNotification(
        "server", 1, 0, "", "RunningState", String.class.getName(), "before", state);
  }

  private static final class Waiter implements JobListener {

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @Override
    public void changed(JobEvent event) {}

    @Override
    public void ended() {
      ended.complete(null);
    }
  }
}
