package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.InputFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is let through of names that clients gave and of lines that the encoder wrote. */
class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "holiday.mov;holiday.mp4",
        "Ürlaub 2026.tar.avi;Ürlaub 2026.tar.mp4",
        "../../etc/passwd;passwd.mp4",
        "C:\\films\\one.wmv;one.mp4",
        "a\"b\tc.mp4;a_b_c.mp4",
        ".mp4;film.mp4",
        ";film.mp4"
      })
  void namesTheFilmAfterItsSource(@Nullable String name, String expected) {
    assertThat(FileName.of(named(name), VideoFormat.mp4)).isEqualTo(expected);
  }

  @Test
  void cutsLongNames() {
    assertThat(FileName.of(named("x".repeat(500)), VideoFormat.gif)).hasSize(104);
  }

  @Test
  void keepsWhatTheEncoderSaysWithoutPathsAndAddresses() {
    Complaints complaints = new Complaints(List.of(Path.of("/my data/in.bin")));
    complaints.add("[mov @ 0x55e459552d40] moov atom not found");
    complaints.add("Error opening input file file:/var/data/content/ab/cd.bin.");
    complaints.add("[in#0] Error opening '/my data/in.bin' at 1/25 of it");
    complaints.add("");
    complaints.add("C:\\data\\film.mp4: Invalid data");

    assertThat(complaints.lines())
        .containsExactly(
            "[mov] moov atom not found",
            "Error opening input file (file)",
            "[in#0] Error opening '(file)' at 1/25 of it",
            "(file): Invalid data");
  }

  @Test
  void keepsTheLastComplaintsOnly() {
    Complaints complaints = new Complaints(List.of());
    for (int i = 0; i < 1000; i++) {
      complaints.add("line " + i);
    }

    assertThat(complaints.lines()).hasSize(20).endsWith("line 999");
  }

  @Test
  void readsLinesOfAnyLengthInLittleMemory() throws Exception {
    String text = "x".repeat(5000) + "\nsecond\r\n";
    try (LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(reader.next().orElseThrow()).hasSize(1000);
      assertThat(reader.next()).contains("second");
    }
  }

  private static InputFile named(@Nullable String name) {
    return new InputFile(new ContentInfo("input", "video/mp4", 1, name, ""), Path.of("unused"));
  }
}
