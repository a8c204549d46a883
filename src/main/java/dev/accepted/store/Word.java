package dev.accepted.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.job.JobId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/** What servers that share the store tell each other with their commits. */
public sealed interface Word {

  /** Jobs of this type wait for a slot. */
  record Ready(String type) implements Word {

    @Override
    public String toString() {
      return READY + type;
    }
  }

  /** This job has changed, or is gone. */
  record Changed(JobId id) implements Word {

    @Override
    public String toString() {
      return JOB + id;
    }
  }

  /** This type was paused or resumed. */
  record Paused(String type) implements Word {

    @Override
    public String toString() {
      return PAUSED + type;
    }
  }

  /** The journal has entries up to this number. */
  record Journal(long number) implements Word {

    @Override
    public String toString() {
      return JOURNAL + number;
    }
  }

  /** Somebody subscribed to webhooks, or a subscription has changed or is gone. */
  record Subscriptions() implements Word {

    @Override
    public String toString() {
      return SUBSCRIPTIONS;
    }
  }

  /** This API key was made, or counts no more. */
  record Key(String id) implements Word {

    @Override
    public String toString() {
      return KEY + id;
    }
  }

  /** Begins what is said of an API key. */
  String KEY = "key:";

  /** So far have the turns of a caller's jobs come in a queue. */
  record Turn(String type, int priority, boolean again, long turn, String owner) implements Word {

    @Override
    public String toString() {
      return TURN
          + String.join(
              ":",
              type,
              Integer.toString(priority),
              Boolean.toString(again),
              Long.toString(turn),
              URLEncoder.encode(owner, UTF_8));
    }

    private static Optional<Word> parse(String[] parts) {
      return parts.length == TURN_PARTS
          ? Optional.of(
              new Turn(
                  parts[0],
                  Integer.parseInt(parts[1]),
                  Boolean.parseBoolean(parts[2]),
                  Long.parseLong(parts[3]),
                  URLDecoder.decode(parts[4], UTF_8)))
          : Optional.empty();
    }
  }

  /** Begins what is said of a turn. */
  String TURN = "turn:";

  /** Of what a turn consists. */
  int TURN_PARTS = 5;

  /** All that is said of subscriptions. */
  String SUBSCRIPTIONS = "subscriptions";

  /** Begins what is said of the journal. */
  String JOURNAL = "journal:";

  /** Begins what is said of a type that is paused or resumed. */
  String PAUSED = "paused:";

  /** Begins what is said of a type. */
  String READY = "ready:";

  /** Begins what is said of a job. */
  String JOB = "job:";

  /** What was said; empty for what a later version may say. */
  static Optional<Word> parse(String said) {
    if (said.startsWith(READY)) {
      return Optional.of(new Ready(said.substring(READY.length())));
    }
    if (said.startsWith(PAUSED)) {
      return Optional.of(new Paused(said.substring(PAUSED.length())));
    }
    if (said.startsWith(JOURNAL)) {
      return Optional.of(new Journal(Long.parseLong(said.substring(JOURNAL.length()))));
    }
    if (said.startsWith(TURN)) {
      return Turn.parse(said.substring(TURN.length()).split(":", -1));
    }
    if (said.equals(SUBSCRIPTIONS)) {
      return Optional.of(new Subscriptions());
    }
    if (said.startsWith(KEY)) {
      return Optional.of(new Key(said.substring(KEY.length())));
    }
    return said.startsWith(JOB)
        ? JobId.parse(said.substring(JOB.length())).map(Changed::new)
        : Optional.empty();
  }
}
