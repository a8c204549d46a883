package dev.accepted.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.TestSettings;
import dev.accepted.job.ContentInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in a bucket, and what a network adds: servers that are down, connections cut. */
class S3ContentTest extends ContentContract {

  private static S3Server server;

  @BeforeAll
  static void startServer(@TempDir Path buckets) throws IOException {
    server = S3Server.start(buckets);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  ContentStore open(String node) throws IOException {
    return open(node, server.settings());
  }

  private ContentStore open(String node, Map<String, String> settings) throws IOException {
    var read = TestSettings.in(folder, settings);
    return new S3Content(read.s3().orElseThrow(), read.content(), node, false);
  }

  @Test
  void aServerThatIsDownIsSaidSoAtEachDoorAndComesBack() throws Exception {
    Content kept = keep(store, 1, "result", bytes(100_000));
    StagedFile staged = stage(bytes(100));
    ContentWriter writer = store.work().writer(job, 2, "result", "a/b", null, 0);
    writer.write(bytes(100));
    writer.close();

    server.stop();
    try {
      isDown(() -> store.adopt(staged, job));
      isDown(() -> store.input(job, 1, staged.info()));
      isDown(() -> store.keep(job, 2, writer));
      isDown(() -> kept.open(0, 100));
      isDown(() -> store.remove(job));
      isDown(() -> store.sweep(Instant.now(), Duration.ofHours(2), id -> true));
    } finally {
      server.start();
    }

    store.adopt(staged, job);
    assertThat(store.input(job, 1, staged.info())).hasSize(100);
    assertThat(all(store.kept(job, 2, "result", store.keep(job, 2, writer)))).hasSize(100);
    assertThat(all(kept)).isEqualTo(bytes(100_000));
    assertThat(store.sweep(Instant.now(), Duration.ofHours(2), id -> true)).isZero();
  }

  private static void isDown(ThrowingCallable door) {
    assertThatThrownBy(door).isInstanceOf(ContentUnavailable.class);
  }

  @Test
  void anUploadThatIsCutOffLeavesNothing() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(server.port(), 1_000_000);
        ContentStore far = open("far", server.settings(relay.port()))) {
      isDown(() -> keep(far, 1, "result", bytes(20_000_000)));
      assertThat(relay.cuts()).isEqualTo(3);
    }

    Content content = store.kept(job, 1, "result", info(20_000_000));
    isDown(() -> content.open(0, 1));
    assertThat(
            store.sweep(
                Instant.now().plusSeconds(9_000), Duration.ofHours(2), id -> !id.equals(job)))
        .isEqualTo(1); // the work of the other node of this test
  }

  @Test
  void anAnswerThatIsCutOffIsNotTakenForTheWhole() throws Exception {
    ContentInfo info = keep(store, 1, "result", bytes(20_000_000)).info();
    try (CuttingRelay relay = new CuttingRelay(server.port(), 1_000_000);
        ContentStore far = open("far", server.settings(relay.port()));
        InputStream in = far.kept(job, 1, "result", info).open(0, info.length())) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void bytesThatWereChangedOnTheirWayAreRefused() throws Exception {
    try (StagedFile staged = stage(bytes(100));
        StagedFile another = stage(bytes(99))) {
      ContentInfo wrong = new ContentInfo("input", "a/b", 100, null, another.info().sha256());
      isDown(() -> store.adopt(new StagedFile(wrong, staged.path()), job));
      isDown(() -> store.input(job, 1, wrong));
    }
  }

  @Test
  void aWrongSecretIsAStoreThatIsDown() throws Exception {
    Map<String, String> settings = new HashMap<>(server.settings());
    settings.put("accepted.content.s3.secret-key", "another");
    try (ContentStore stranger = open("stranger", settings)) {
      isDown(() -> keep(stranger, 1, "result", bytes(10)));
    }
  }

  @Test
  void aStoreThatIsClosedLeavesNoThread() throws Exception {
    Set<Thread> before = ofTheSdk();
    ContentStore closed = open("closed");
    all(keep(closed, 1, "result", bytes(100)));
    Set<Thread> own = ofTheSdk();
    own.removeAll(before);
    closed.close();

    assertThat(own).isNotEmpty();
    for (Thread thread : own) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  private static Set<Thread> ofTheSdk() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(
        thread ->
            !thread.getName().startsWith("sdk-") && !thread.getName().startsWith("response-"));
    return threads;
  }

  @Test
  void moreFilesThanAPageHoldsAreAllRemoved() throws Exception {
    for (int number = 0; number < 1_010; number++) {
      keep(store, 1, "file-" + number, bytes(1));
    }
    store.remove(job);

    for (int number : new int[] {0, 500, 999, 1_009}) {
      Content gone = store.kept(job, 1, "file-" + number, info(1));
      isDown(() -> gone.open(0, 1));
    }
  }
}
