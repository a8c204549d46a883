package dev.accepted.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every content store does, with two nodes on it. */
abstract class ContentContract extends TwoStores {

  @Test
  void anUploadBecomesTheInputOfItsJobOnEveryNode() throws Exception {
    byte[] upload = bytes(200_000);
    ContentInfo info = adopt(upload);

    assertThat(info.length()).isEqualTo(200_000);
    assertThat(info.name()).isEqualTo("input");
    assertThat(Files.readAllBytes(store.input(job, 1, info))).isEqualTo(upload);
    assertThat(Files.readAllBytes(other.input(job, 2, info))).isEqualTo(upload);
    assertThat(all(other.upload(job, info))).isEqualTo(upload);
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void anEmptyUploadIsAnInputToo() throws Exception {
    assertThat(store.input(job, 1, adopt(new byte[0]))).isEmptyFile();
  }

  @Test
  void whatIsTooLongLeavesNothing() {
    assertThatThrownBy(
            () -> store.work().stage(new ByteArrayInputStream(bytes(11)), "a/b", null, 10))
        .isInstanceOf(TooLarge.class);
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingAndIsNotTheStoresFault() {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(bytes(100_000)), new Broken());

    assertThatThrownBy(() -> store.work().stage(broken, "a/b", null, Long.MAX_VALUE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ContentUnavailable.class)
        .hasMessage("broken off");
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void aSmallResultStaysInMemory() throws Exception {
    try (ContentWriter writer = store.work().writer(job, 1, "result", "a/b", null, SMALL)) {
      writer.write(bytes(SMALL));
      writer.close();

      ContentInfo info = store.keep(job, 1, writer);

      assertThat(writer.bytes()).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes(SMALL)));
      assertThatThrownBy(() -> store.kept(job, 1, "result", info).open(0, SMALL))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aLargeResultAndFilesBesideItAreReadOnEveryNode() throws Exception {
    byte[] large = bytes(3_000_000);
    Content result = keep(store, 1, "result", large);
    Content beside = keep(store, 1, "file-a.txt", bytes(5));
    Content empty = keep(store, 1, "file-empty.txt", new byte[0]);

    for (ContentStore node : List.of(store, other)) {
      assertThat(all(node.kept(job, 1, "result", result.info()))).isEqualTo(large);
      assertThat(all(node.kept(job, 1, "file-a.txt", beside.info()))).isEqualTo(bytes(5));
      assertThat(all(node.kept(job, 1, "file-empty.txt", empty.info()))).isEmpty();
    }
  }

  @Test
  void anyPartCanBeRead() throws Exception {
    byte[] whole = bytes(1_000_000);
    Content content = keep(store, 1, "result", whole);

    for (int[] part : new int[][] {{0, 1}, {0, 1_000}, {999_999, 1}, {400_000, 300_000}, {7, 0}}) {
      try (InputStream in = content.open(part[0], part[1])) {
        assertThat(in.readNBytes(part[1]))
            .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
      }
    }
  }

  @Test
  void aReaderMayLeaveEarly() throws Exception {
    Content content = keep(store, 1, "result", bytes(5_000_000));
    for (int reader = 0; reader < 20; reader++) {
      try (InputStream in = content.open(0, 5_000_000)) {
        assertThat(in.read()).isEqualTo(bytes(1)[0] & 0xff);
      }
    }
    assertThat(all(content)).hasSize(5_000_000);
  }

  @Test
  void whatWasNotKeptIsNotThere() throws Exception {
    try (ContentWriter writer = store.work().writer(job, 1, "result", "a/b", null, SMALL)) {
      writer.write(bytes(100_000));
    }
    Files.writeString(store.work().directory(job, 1).resolve("scratch"), "scratch");
    assertThat(files("work")).hasSize(2);

    store.work().endAttempt(job, 1);

    assertThat(files("work")).isEmpty();
    Content missing = store.kept(job, 1, "result", info(100_000));
    assertThatThrownBy(() -> missing.open(0, 1)).isInstanceOf(IOException.class);
  }

  @Test
  void aWriterThatWasNotClosedIsNotKept() throws Exception {
    try (ContentWriter writer = store.work().writer(job, 1, "result", "a/b", null, 0)) {
      writer.write(1);
      assertThatThrownBy(() -> store.keep(job, 1, writer))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void attemptsKeepApart() throws Exception {
    Content lost = keep(store, 1, "result", bytes(50_000));
    Content successor = keep(other, 2, "result", bytes(60_000));

    store.work().endAttempt(job, 1);

    assertThat(all(successor)).isEqualTo(bytes(60_000));
    assertThat(all(lost)).isEqualTo(bytes(50_000));
  }

  @Test
  void removingAJobLeavesOthersAlone() throws Exception {
    ContentInfo info = adopt(bytes(10));
    Content result = keep(store, 1, "result", bytes(100));
    JobId stranger = new JobId(UUID.randomUUID());
    Content others = keep(store, stranger, 1, "result", bytes(100));

    other.remove(job);
    other.remove(new JobId(UUID.randomUUID()));

    assertThatThrownBy(() -> Files.size(store.input(job, 1, info))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> result.open(0, 1)).isInstanceOf(IOException.class);
    assertThat(all(others)).hasSize(100);
  }

  @Test
  void aSweepDropsWhatNoJobClaims() throws Exception {
    adopt(bytes(10));
    Content orphan = keep(store, 1, "result", bytes(100));
    JobId known = new JobId(UUID.randomUUID());
    Content claimed = keep(store, known, 1, "result", bytes(100));
    StagedFile forgotten = stage(bytes(10));

    assertThat(other.sweep(Instant.now(), GRACE, id -> false)).isZero();
    assertThat(all(orphan)).hasSize(100);

    assertThat(other.sweep(later(), GRACE, known::equals)).isPositive();
    assertThatThrownBy(() -> orphan.open(0, 1)).isInstanceOf(IOException.class);
    assertThat(all(claimed)).hasSize(100);
    assertThat(forgotten.path()).doesNotExist();
    assertThat(other.sweep(later(), GRACE, known::equals)).isZero();
  }

  @Test
  void expiredJobsAreGoneAfterTheNextSweep() throws Exception {
    Content result = keep(store, 1, "result", bytes(100));

    store.expire(List.of(job));
    store.sweep(later(), GRACE, id -> false);

    assertThatThrownBy(() -> result.open(0, 1)).isInstanceOf(IOException.class);
  }

  @Test
  void anotherNodeThatStartsOrEndsDisturbsNobodysWork() throws Exception {
    Path scratch = Files.writeString(store.work().directory(job, 1).resolve("scratch"), "s");
    try (ContentWriter writer = store.work().writer(job, 1, "result", "a/b", null, SMALL)) {
      writer.write(bytes(100_000));

      try (ContentStore third = open("third")) {
        Files.writeString(third.work().directory(job, 1).resolve("scratch"), "of the third");
        third.work().endAttempt(job, 1);
      }

      assertThat(scratch).hasContent("s");
      writer.close();
      assertThat(store.keep(job, 1, writer).length()).isEqualTo(100_000);
    }
  }

  @Test
  void workOfNodesThatDontSweepAnyMoreIsDropped() throws Exception {
    Path dead = Files.writeString(store.work().directory(job, 1).resolve("scratch"), "s");
    Path alive = Files.writeString(other.work().directory(job, 2).resolve("scratch"), "s");

    other.sweep(Instant.now(), GRACE, id -> true);
    assertThat(dead).exists();
    other.sweep(later(), GRACE, id -> true);

    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    // It was but asleep.
    assertThat(keep(store, 1, "result", bytes(100_000)).info().length()).isEqualTo(100_000);
    store.work().endAttempt(job, 1);
  }
}
