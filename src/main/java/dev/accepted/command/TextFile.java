package dev.accepted.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that options name, in UTF-8. */
final class TextFile {

  private static final int LONGEST = 8 << 20;
  private static final String STANDARD_INPUT = "-";

  private TextFile() {}

  /** All of a file, or of the standard input if its name is a hyphen. */
  static String read(String name) throws UsageError {
    try (InputStream in =
        name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new UsageError("%s is longer than %d bytes".formatted(name, LONGEST));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw new UsageError("%s is not text in UTF-8".formatted(name));
    } catch (IOException | InvalidPathException unreadable) {
      throw new UsageError("%s can't be read".formatted(name));
    }
  }
}
