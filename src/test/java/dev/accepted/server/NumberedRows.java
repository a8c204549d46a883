package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** A file of rows that can be told apart, and what became of them. */
public record NumberedRows(int number) {

  /** Writes the file, as CSV. */
  public Path write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,half,day,note\n");
      for (int id = 0; id < number; id++) {
        out.write("%s,2026-01-%02d,\"a, %d\"\n".formatted(start(id), 1 + id % 28, id));
      }
    }
    return file;
  }

  /** Each row has to be there once, and to be whole. */
  public void assertOnceEach(List<String> csv) {
    BitSet seen = new BitSet(number);
    for (String line : csv.subList(1, csv.size())) {
      int id = Integer.parseInt(line.substring(0, line.indexOf(',')));
      if (seen.get(id) || !line.startsWith(start(id)) || !line.endsWith(",\"a, " + id + "\"")) {
        throw new AssertionError((seen.get(id) ? "twice: " : "damaged: ") + line);
      }
      seen.set(id);
    }
    assertThat(seen.cardinality()).isEqualTo(number);
  }

  private static String start(int id) {
    return id + "," + id / 2 + ".5";
  }
}
