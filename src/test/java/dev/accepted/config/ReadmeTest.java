package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of settings is the list of those that are read. */
class ReadmeTest {

  private static final Path READERS = Path.of("src/main/java/dev/accepted/config");
  private static final Pattern READ = Pattern.compile("\"(accepted\\.[a-z0-9.-]+[a-z])\"");
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\| `(accepted\\.[a-zA-Z0-9.-]+)` \\|");

  @Test
  void listsEverySettingAndNoOther() throws IOException {
    SortedSet<String> read = new TreeSet<>();
    try (Stream<Path> readers = Files.list(READERS)) {
      for (Path reader : readers.filter(file -> file.toString().endsWith("Reader.java")).toList()) {
        read.addAll(names(READ, reader));
      }
    }
    read.add("accepted.types.NAME.slots"); // put together from a prefix and a suffix

    assertThat(names(LISTED, Path.of("README.md"))).isEqualTo(read).hasSizeGreaterThan(10);
  }

  private static SortedSet<String> names(Pattern pattern, Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (MatchResult match : pattern.matcher(Files.readString(file)).results().toList()) {
      names.add(match.group(1));
    }
    return names;
  }
}
