package dev.accepted.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.job.SettableClock;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.LookupTimedOut;
import dev.accepted.outbound.TimedNames;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A resolver that hangs. */
@Timeout(60)
class TimedNamesTest {

  private static final int THREADS = 3;

  @TempDir Path folder;
  private final CountDownLatch hang = new CountDownLatch(1);
  private final AtomicInteger lookUps = new AtomicInteger();
  private final TimedNames names =
      new TimedNames(this::resolve, Duration.ofMillis(100), THREADS, Thread::new);

  private InetAddress[] resolve(String host) throws UnknownHostException {
    lookUps.incrementAndGet();
    if (host.startsWith("unknown")) {
      throw new UnknownHostException(host);
    }
    if (host.startsWith("hanging")) {
      awaitRelease();
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private void awaitRelease() {
    boolean released = false;
    while (!released) {
      try {
        released = hang.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException deaf) {
        // as the machine's own resolver
      }
    }
  }

  @AfterEach
  void stop() {
    hang.countDown();
    names.close();
  }

  @Test
  void isNotWaitedForAndKeepsOneThreadForItsName() throws Exception {
    for (int i = 0; i < 2 * THREADS; i++) {
      assertThatThrownBy(() -> names.resolve("hanging.example")).isInstanceOf(LookupTimedOut.class);
    }

    assertThat(lookUps).hasValue(1);
    assertThat(resolvedInTheEnd("good.example")).hasSize(1);
  }

  @Test
  void whenAllThreadsHangNobodyWaitsForAnother() throws Exception {
    for (int i = 0; i < THREADS; i++) {
      String host = "hanging-" + i + ".example";
      assertThatThrownBy(() -> names.resolve(host)).isInstanceOf(LookupTimedOut.class);
    }
    while (lookUps.get() < THREADS) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> names.resolve("good.example")).isInstanceOf(LookupTimedOut.class);
    assertThat(lookUps).hasValue(THREADS);
    assertThat(names.resolve("127.0.0.1")).as("an address needs no look-up").hasSize(1);
    hang.countDown();
    assertThat(resolvedInTheEnd("good.example")).hasSize(1);
  }

  /** A thread may take longer to begin than a look-up is waited for. */
  private InetAddress[] resolvedInTheEnd(String host) throws UnknownHostException {
    while (true) {
      try {
        return names.resolve(host);
      } catch (LookupTimedOut notYet) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aNameThatIsNotThereIsSaidToBeSo() {
    assertThatThrownBy(() -> resolvedInTheEnd("unknown.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void aDeliveryWhoseReceiverIsNotFoundInTimeSaysSo() throws Exception {
    Settings settings = TestSettings.in(folder, Map.of());
    CheckedNames checked = new CheckedNames(names, new AddressRules(settings.webhooks().allow()));
    try (Receivers receivers =
        new Receivers(settings.webhooks(), checked, new SettableClock(), Thread::new)) {
      Answer answer =
          receivers
              .post(URI.create("http://hanging.example/"), Map.of(), "{}")
              .answer()
              .get(20, TimeUnit.SECONDS);

      assertThat(answer.error()).isEqualTo("lookup-timeout");
      assertThat(DeliveryOutcome.of(answer)).isEqualTo(DeliveryOutcome.TIMEOUT);
    }
  }
}
