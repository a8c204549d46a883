package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Films whose names FFmpeg would take for something else than a file: a film by such a name is read
 * as it is, and nothing else is. The engine doesn't name files on disk as their senders do; this is
 * what holds should it ever.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can have such a name there")
class HostileFilmNamesTest {

  private static final VideoParameters MP4 =
      new VideoParameters(VideoFormat.mp4, null, null, null, null, null);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concat:canary.txt|canary.txt",
        "subfile,,start,0,end,26,,:canary.txt",
        "data:video;base64,AAAA",
        "tcp:127.0.0.1:PORT",
        "http:127.0.0.1:PORT",
        "pipe:0",
        "-",
        "-i",
        "%04d.mp4",
        "*.txt",
        "[f=segment]out%03d.ts|[f=mpegts]tcp:127.0.0.1:PORT",
        "movie=canary.txt[out0]",
        "a.mp4\nfile 'canary.txt'"
      })
  void aNameIsNothingButAName(String name) throws Exception {
    RecordingContext context = new RecordingContext(folder);
    try (Bait bait = new Bait(folder)) {
      Path drawn = new Films(folder).silent("in.mp4", "64x48", 1);
      Path film = Files.move(drawn, folder.resolve(bait.in(name)));

      new VideoType(Films.ENCODER).run(MP4, context.with(film, "video/mp4"));

      assertThat(context.result().info().fileName()).matches("[\\w ._-]+[.]mp4");
      bait.assertUntouched(context);
      assertThat(names()).doesNotContain("out000.ts", "0", "0001.mp4");
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
