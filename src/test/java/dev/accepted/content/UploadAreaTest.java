package dev.accepted.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.JobId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the bytes of uploads lie until a job takes them. */
class UploadAreaTest {

  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
  private static final UUID UPLOAD = UUID.fromString("019aa90c-5e10-7c3a-8f21-4b6d9e0a7c55");
  private static final UUID NEIGHBOR = UUID.fromString("019aa90c-5e10-7c3a-8f21-4b6d9e0a7c56");

  @TempDir Path folder;
  private FolderContent store;
  private UploadArea area;

  @BeforeEach
  void open() throws IOException {
    store = new FolderContent(folder.resolve("content"), "node", false);
    area = store.uploads().orElseThrow();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private Path file(long number) {
    return folder.resolve("content/uploads/" + UPLOAD + "-" + number);
  }

  private void write(long number, long place, String text) throws IOException {
    try (UploadFile file = area.open(UPLOAD, number, place)) {
      file.write(text.getBytes(StandardCharsets.US_ASCII), text.length());
      file.sync();
    }
  }

  @Test
  void whatIsBeyondThePlaceIsCutOff() throws Exception {
    write(0, 0, "hello, lost");

    write(0, 5, " world");

    assertThat(file(0)).hasContent("hello world");
    assertThat(area.sha256(UPLOAD, 0, 11))
        .isEqualTo("uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=");
  }

  @Test
  void whatIsLostIsNotGoneOnWith() throws Exception {
    write(0, 0, "hello");

    assertThatThrownBy(() -> area.open(UPLOAD, 0, 6)).isInstanceOf(UploadArea.Lost.class);
    assertThatThrownBy(() -> area.open(UPLOAD, 1, 5)).isInstanceOf(UploadArea.Lost.class);
    assertThatThrownBy(() -> area.sha256(UPLOAD, 0, 6)).isInstanceOf(UploadArea.Lost.class);
    assertThatThrownBy(() -> area.copy(UPLOAD, 0, 1, 6)).isInstanceOf(UploadArea.Lost.class);
    assertThat(file(0)).hasContent("hello");
  }

  @Test
  void aFolderThatIsAwayMayComeBack() throws Exception {
    write(0, 0, "hello");
    Path content = folder.resolve("content");
    Files.move(content, folder.resolve("away"));

    assertThatThrownBy(() -> area.open(UPLOAD, 0, 5)).isInstanceOf(ContentUnavailable.class);
    assertThatThrownBy(() -> area.open(NEIGHBOR, 0, 0)).isInstanceOf(ContentUnavailable.class);
    assertThat(content).doesNotExist();
    Files.move(folder.resolve("away"), content);
    area.open(UPLOAD, 0, 5).close();
  }

  @Test
  void aCopyHasWhatCountsAndNothingThatFollows() throws Exception {
    write(0, 0, "hello, lost");

    area.copy(UPLOAD, 0, 3, 5);

    assertThat(file(3)).hasContent("hello");
    assertThat(file(0)).hasContent("hello, lost");
  }

  @Test
  void aJobTakesItAndItStaysUntilItIsRemoved() throws Exception {
    write(2, 0, "hello");
    write(0, 0, "of the same");
    try (UploadFile other = area.open(NEIGHBOR, 0, 0)) {
      other.write(new byte[] {1}, 1);
    }
    JobId job = new JobId(UPLOAD);
    StagedFile staged = area.staged(UPLOAD, 2, "text/csv", 5, "a.csv", "digest");

    store.adopt(staged, job);
    staged.close();

    assertThat(file(2)).hasContent("hello");
    assertThat(store.input(job, 1, staged.info())).hasContent("hello");
    assertThat(Files.isSameFile(file(2), store.input(job, 1, staged.info())))
        .as("no byte of it was copied")
        .isTrue();
    area.remove(UPLOAD);
    assertThat(file(2)).doesNotExist();
    assertThat(file(0)).doesNotExist();
    assertThat(store.input(job, 1, staged.info())).hasContent("hello");
    assertThat(area.sha256(NEIGHBOR, 0, 1)).isNotEmpty();
  }

  @Test
  void whatNoUploadHasIsSwept() throws Exception {
    write(0, 0, "old");
    write(1, 0, "now");
    Path stray = Files.writeString(file(0).resolveSibling("stray"), "x");
    Files.setLastModifiedTime(stray, FileTime.from(Instant.EPOCH));

    assertThat(area.sweep(Instant.EPOCH.plusSeconds(1), (id, number) -> false)).isOne();
    assertThat(stray).doesNotExist();
    assertThat(area.sweep(LATER, (id, number) -> id.equals(UPLOAD) && number == 1)).isOne();

    assertThat(file(0)).doesNotExist();
    assertThat(file(1)).hasContent("now");
  }
}
