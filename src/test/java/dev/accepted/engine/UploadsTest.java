package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.UploadStage.append;
import static dev.accepted.engine.UploadStage.begin;
import static dev.accepted.engine.UploadStage.chunks;
import static dev.accepted.engine.UploadStage.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.UploadStage.SlowBody;
import dev.accepted.engine.uploads.UploadRefused;
import dev.accepted.engine.uploads.UploadReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Uploads that take several requests, on one server. */
class UploadsTest extends UploadsFixture {

  /** A request on a thread of its own, which has brought something and waits for more. */
  private CompletableFuture<UploadReport> bring(UUID id, SlowBody body) throws Exception {
    CompletableFuture<UploadReport> done = new CompletableFuture<>();
    Thread request =
        new Thread(
            () -> {
              try {
                done.complete(uploads.append(OWNER, id, chunks(0, true), body));
              } catch (Exception e) {
                done.completeExceptionally(e);
              }
            });
    request.start();
    body.awaitReader();
    return done;
  }

  @Test
  void partsFollowOneAnother() throws Exception {
    UploadReport begun = begin(uploads, 5L);
    assertThat(begun.offset()).isZero();

    UploadReport first = append(uploads, begun.id(), 0, "he", false);
    UploadReport last = append(uploads, begun.id(), 2, "llo", true);

    assertThat(first.offset()).isEqualTo(2);
    assertThat(first.isComplete()).isFalse();
    assertThat(last.isComplete()).isTrue();
    assertThat(last.sha256()).isEqualTo(HELLO_SHA);
    assertThat(uploads.find(OWNER, begun.id())).isEqualTo(last);
    assertThat(uploads.list(OWNER)).containsExactly(last);
    assertThat(kept()).isEqualTo(5);
  }

  @Test
  void whatCameBeforeTheConnectionBrokeIsThere() throws Exception {
    UUID id = begin(uploads, 5L).id();
    SlowBody body = new SlowBody("hel");
    CompletableFuture<UploadReport> request = bring(id, body);
    body.cut();

    assertThatThrownBy(request::get).hasRootCauseInstanceOf(IOException.class);
    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(3);
    assertThat(append(uploads, id, 3, "lo", true).sha256()).isEqualTo(HELLO_SHA);
  }

  @Test
  void whoAsksEndsARequestThatHangs() throws Exception {
    UUID id = begin(uploads, 5L).id();
    CompletableFuture<UploadReport> hanging = bring(id, new SlowBody("hel"));

    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(3);

    assertThatThrownBy(hanging::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UploadRefused.Superseded.class);
    assertThat(append(uploads, id, 3, "lo", true).sha256()).isEqualTo(HELLO_SHA);
  }

  @Test
  void aSecondWriterEndsTheFirstAndNothingIsMixed() throws Exception {
    UUID id = begin(uploads, 5L).id();
    SlowBody late = new SlowBody("hel");
    CompletableFuture<UploadReport> first = bring(id, late);

    // Its client has lost the connection, and knows only of what was there before.
    assertThatThrownBy(() -> append(uploads, id, 0, "hello", true))
        .isInstanceOf(UploadRefused.Mismatch.class);
    late.send("XXX");
    UploadReport done = append(uploads, id, 3, "lo", true);

    assertThatThrownBy(first::get).hasCauseInstanceOf(UploadRefused.Superseded.class);
    assertThat(done.sha256()).isEqualTo(HELLO_SHA);
    assertThat(uploads.find(OWNER, id)).isEqualTo(done);
  }

  @Test
  void aForeignCallerDisturbsNobody() throws Exception {
    UUID id = begin(uploads, 5L).id();
    SlowBody body = new SlowBody("hel");
    CompletableFuture<UploadReport> request = bring(id, body);

    assertThatThrownBy(() -> uploads.find("other", id)).isInstanceOf(UploadRefused.Unknown.class);
    assertThatThrownBy(
            () ->
                uploads.append("other", id, chunks(3, true), new ByteArrayInputStream(new byte[2])))
        .isInstanceOf(UploadRefused.Unknown.class);
    assertThat(uploads.remove("other", id)).isFalse();
    assertThat(uploads.look("other", id)).isEmpty();
    assertThat(uploads.list("other")).isEmpty();

    body.send("lo");
    body.send("");
    assertThat(uploads.list(OWNER)).hasSize(1);
    body.cut();
    assertThatThrownBy(request::get).hasRootCauseInstanceOf(IOException.class);
    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(5);
  }

  @Test
  void anEmptyFileIsOne() throws Exception {
    assertThat(complete(uploads, "").isComplete()).isTrue();
  }

  @Test
  void whatNobodyGoesOnWithExpires() throws Exception {
    UploadReport left = begin(uploads, 5L);
    append(uploads, left.id(), 0, "hel", false);
    UUID used = begin(uploads, 5L).id();
    append(uploads, used, 0, "hel", false);
    clock.advance(Duration.ofHours(23));
    append(uploads, used, 3, "l", false);
    clock.advance(Duration.ofHours(2));

    assertThatThrownBy(() -> uploads.find(OWNER, left.id()))
        .isInstanceOf(UploadRefused.Unknown.class);
    fixture.everyTenSeconds();

    assertThat(uploads.list(OWNER)).extracting(UploadReport::id).containsExactly(used);
    assertThat(files()).containsExactly(used + "-0");
    assertThat(kept()).isEqualTo(4);
  }

  @Test
  void aServerThatIsStartedAgainGoesOnWithWhatCounts() throws Exception {
    UUID id = begin(uploads, 5L).id();
    append(uploads, id, 0, "hel", false);
    // As a server that is killed within a part leaves it: more in the file, and itself in the row.
    Files.writeString(folder.resolve("content/uploads/" + id + "-0"), "helXXXX");
    fixture.database.transaction(
        session -> session.update("update upload set holder = ?, claim = 7", UUID.randomUUID()));
    stop();
    start(Map.of());

    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(3);
    assertThat(append(uploads, id, 3, "lo", true).sha256()).isEqualTo(HELLO_SHA);
    assertThat(files()).containsExactly(id + "-0");
  }

  @Test
  void whatIsLostIsNotThereAnyMore() throws Exception {
    UUID id = begin(uploads, 5L).id();
    append(uploads, id, 0, "hel", false);
    Files.delete(folder.resolve("content/uploads/" + id + "-0"));

    assertThatThrownBy(() -> append(uploads, id, 3, "lo", true))
        .isInstanceOf(UploadRefused.Unknown.class);
    assertThatThrownBy(() -> uploads.find(OWNER, id)).isInstanceOf(UploadRefused.Unknown.class);
    assertThat(kept()).isZero();
  }

  @Test
  void filesThatNoUploadHasAreSwept() throws Exception {
    UUID id = begin(uploads, 5L).id();
    append(uploads, id, 0, "hel", false);
    Path orphan = Files.writeString(folder.resolve("content/uploads/" + id + "-7"), "x");
    clock.advance(Duration.ofDays(20_000));
    fixture.engine.everyHour();
    assertThat(orphan).doesNotExist();
    assertThat(files()).containsExactly(id + "-0");
  }
}
