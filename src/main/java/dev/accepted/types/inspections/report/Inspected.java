package dev.accepted.types.inspections.report;

import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Grade;
import dev.accepted.types.inspections.rules.Rules;
import java.util.List;
import java.util.Optional;

/**
 * An inspection that is over.
 *
 * @param redaction what all that is told has to go through
 */
public record Inspected(
    Transcript transcript, List<Finding> findings, Grade grade, Redaction redaction) {

  /** What there is to tell of a transcript. */
  public static Inspected of(Transcript transcript, Redaction redaction) {
    List<Finding> findings = Rules.findings(transcript);
    return new Inspected(transcript, findings, Grade.of(findings), redaction);
  }

  /** A sentence for whoever takes the grade for that of all; empty if all was seen. */
  public Optional<String> warning() {
    return Optional.ofNullable(transcript.cutShort())
        .map("This is not all: %s. What it didn't come to is not judged."::formatted);
  }
}
