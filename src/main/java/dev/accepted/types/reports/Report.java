package dev.accepted.types.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands above and beside a report's rows.
 *
 * @param facts where the rows come from and how they were chosen, in words, a sentence each
 * @param createdAt when it was made
 * @param rounded names of columns whose digits are an artefact of division, and may be rounded for
 *     people
 * @param plot gathers its points while the rows are read, so it can be drawn only after them
 */
record Report(
    String title,
    List<String> facts,
    Instant createdAt,
    List<String> rounded,
    Optional<PlotData> plot) {

  Report {
    facts = List.copyOf(facts);
    rounded = List.copyOf(rounded);
  }
}
