package dev.accepted.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FolderContentTest extends ContentContract {

  @Override
  ContentStore open(String node) throws IOException {
    return new FolderContent(folder.resolve("content"), node, false);
  }

  @Test
  void aNodeAloneClearsWhatItLeftTheLastTime() throws Exception {
    Path left = Files.writeString(store.work().directory(job, 1).resolve("scratch"), "s");
    Content kept = keep(store, 1, "result", bytes(100));

    new FolderContent(folder.resolve("content"), "after", true).close();

    assertThat(left).doesNotExist();
    assertThat(all(kept)).hasSize(100);
  }

  @Test
  void aFolderThatIsAwayIsNotReplacedByAnother() throws Exception {
    Content kept = keep(store, 1, "result", bytes(100));
    StagedFile staged = stage(bytes(100));
    Path content = folder.resolve("content");
    Path away = folder.resolve("away");
    Files.move(content, away);

    assertThatThrownBy(() -> stage(bytes(100))).isInstanceOf(ContentUnavailable.class);
    assertThatThrownBy(() -> store.adopt(staged, job)).isInstanceOf(ContentUnavailable.class);
    assertThatThrownBy(() -> kept.open(0, 1)).isInstanceOf(IOException.class);
    assertThat(content).doesNotExist();

    Files.move(away, content);
    store.adopt(staged, job);
    assertThat(Files.size(store.input(job, 1, staged.info()))).isEqualTo(100);
    assertThat(all(kept)).hasSize(100);
  }
}
