package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.UploadStage.append;
import static dev.accepted.engine.UploadStage.begin;
import static dev.accepted.engine.UploadStage.chunks;
import static dev.accepted.engine.UploadStage.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.uploads.Part;
import dev.accepted.engine.uploads.UploadRefused;
import dev.accepted.engine.uploads.UploadReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is not taken of an upload, or of a part of it. */
class UploadRefusalsTest extends UploadsFixture {

  @Test
  void aPartThatBelongsElsewhereIsRefused() throws Exception {
    UUID id = begin(uploads, null).id();
    append(uploads, id, 0, "hel", false);

    UploadRefused.Mismatch mismatch =
        catchThrowableOfType(
            UploadRefused.Mismatch.class, () -> append(uploads, id, 2, "llo", true));

    assertThat(mismatch.provided()).isEqualTo(2);
    assertThat(mismatch.upload().offset()).isEqualTo(3);
    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(3);
  }

  @Test
  void lengthsHaveToFitTogether() throws Exception {
    UUID id = begin(uploads, 5L).id();
    assertInconsistent(new Part(0, true, 4L, null, UploadStage.MOST), id);
    assertInconsistent(new Part(0, false, 6L, null, UploadStage.MOST), id);
    assertInconsistent(new Part(0, false, 1L, 6L, UploadStage.MOST), id);
    // It doesn't say how long it is, and ends too early.
    assertInconsistent(chunks(0, true), id);
    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(3);
    assertThat(uploads.find(OWNER, id).isComplete()).isFalse();
    assertThat(append(uploads, id, 3, "lo", true).sha256()).isEqualTo(HELLO_SHA);
  }

  private void assertInconsistent(Part part, UUID id) {
    assertThatThrownBy(
            () ->
                uploads.append(
                    OWNER,
                    id,
                    part,
                    new ByteArrayInputStream("hel".getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(UploadRefused.InconsistentLength.class);
  }

  @Test
  void whatGetsLongerThanItWasToBeIsRemoved() throws Exception {
    UUID id = begin(uploads, 2L).id();

    assertInconsistent(chunks(0, false), id);

    assertThatThrownBy(() -> uploads.find(OWNER, id)).isInstanceOf(UploadRefused.Unknown.class);
    assertThat(files()).isEmpty();
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsTooLongIsRefused() throws Exception {
    assertThatThrownBy(() -> begin(uploads, UploadStage.MOST + 1))
        .isInstanceOf(UploadRefused.TooLong.class);
    UUID id = begin(uploads, null).id();
    Part beyond = new Part(0, false, null, null, 2);
    assertThatThrownBy(
            () ->
                uploads.append(
                    OWNER,
                    id,
                    beyond,
                    new ByteArrayInputStream("hel".getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(UploadRefused.TooLong.class);
    assertThatThrownBy(() -> append(uploads, id, 0, "x".repeat((int) UploadStage.MOST + 1), true))
        .isInstanceOf(UploadRefused.TooLong.class);
  }

  @Test
  void whatIsCompleteTakesNothingMore() throws Exception {
    UploadReport done = complete(uploads, "hello");

    assertThatThrownBy(() -> append(uploads, done.id(), 5, "", true))
        .isInstanceOf(UploadRefused.Completed.class);
    assertThatThrownBy(() -> append(uploads, done.id(), 5, "!", true))
        .isInstanceOf(UploadRefused.InconsistentLength.class);
    assertThat(uploads.find(OWNER, done.id())).isEqualTo(done);
  }

  @Test
  void thereAreOnlySoManyOfOneCaller() throws Exception {
    UUID first = begin(uploads, null).id();
    begin(uploads, null);
    begin(uploads, null);
    UploadRefused.TooMany refused =
        catchThrowableOfType(UploadRefused.TooMany.class, () -> begin(uploads, null));
    assertThat(refused.most()).isEqualTo(3);

    assertThat(uploads.remove(OWNER, first)).isTrue();
    assertThat(uploads.remove(OWNER, first)).isFalse();
    begin(uploads, null);
  }

  @Test
  void whatItKeepsIsLimitedWithAllElse() throws Exception {
    stop();
    start(Map.of("accepted.quota.bytes", "20"));
    assertThatThrownBy(() -> begin(uploads, 21L)).isInstanceOf(Refusal.QuotaExceeded.class);
    UUID id = begin(uploads, null).id();
    append(uploads, id, 0, "0123456789", false);
    assertThatThrownBy(() -> append(uploads, id, 10, "0123456789x", false))
        .isInstanceOf(Refusal.QuotaExceeded.class);
    // One that doesn't say how long it is.
    assertThatThrownBy(
            () ->
                uploads.append(
                    OWNER,
                    id,
                    chunks(10, false),
                    new ByteArrayInputStream("0123456789x".getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(Refusal.QuotaExceeded.class);
    assertThat(uploads.find(OWNER, id).offset()).isEqualTo(10);
    assertThat(append(uploads, id, 10, "0123456789", true).isComplete()).isTrue();
    assertThat(kept()).isEqualTo(20);
  }
}
