package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.REPEAT;
import static dev.accepted.types.inspections.dialogue.Purpose.SUBMIT;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.Signposts;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What becomes of a submission that is sent twice. */
final class IdempotencyRules {

  private static final String DRAFT = "draft-ietf-httpapi-idempotency-key-header";

  static final List<Rule> ALL =
      List.of(
          Rule.warning(
                  "idempotency-key-ignored",
                  "The same submission made two jobs, for all its Idempotency-Key")
              .because(
                  "A client that got no answer can't send its submission again without doing the work twice.")
              .see(DRAFT)
              .instead("Keep the key with the job, and answer a repeat with the first job.")
              .among(
                  REPEAT,
                  t -> repeated(t).filter(e -> e.isOf(2) && !sameJob(t, e)).stream().toList()),
          Rule.info(
                  "idempotency-different-answer",
                  "A repeat with the same Idempotency-Key is answered with another status")
              .because("A client that never saw the first answer expects to get it now.")
              .see(DRAFT)
              .instead("Repeat the first answer.")
              .among(
                  REPEAT,
                  t ->
                      repeated(t)
                          .filter(e -> e.isOf(2) && sameJob(t, e) && e.status() != first(t))
                          .stream()
                          .toList()),
          Rule.warning("repeat-refused", "A repeat with the same Idempotency-Key is refused")
              .because("The client can't learn which job its first request made.")
              .see(DRAFT)
              .instead("Answer with the first job; 409 only while that is still being stored.")
              .among(
                  REPEAT,
                  t ->
                      repeated(t).filter(e -> e.isOf(4) && e.status() != Seen.TOO_MANY).stream()
                          .toList()));

  private IdempotencyRules() {}

  private static Optional<Exchange> repeated(Transcript transcript) {
    return transcript.last(REPEAT);
  }

  private static int first(Transcript transcript) {
    return transcript.last(SUBMIT).map(Exchange::status).orElse(0);
  }

  private static boolean sameJob(Transcript transcript, Exchange repeat) {
    Optional<URI> monitor =
        Signposts.monitorInHeaders(repeat)
            .or(() -> Signposts.monitorInBody(repeat))
            .map(Signposts.Found::url);
    return monitor.isPresent() && monitor.get().equals(transcript.places().monitor());
  }
}
