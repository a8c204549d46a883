package dev.accepted.messages;

import dev.accepted.sql.Database;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.TopicPosition;
import java.util.Optional;

/**
 * This server's place at a topic, and how far it has come there. For one thread at a time; waits
 * for the store's commits.
 */
final class Place {

  private final String topic;
  private final Database database;
  private final GroupCommit writer;

  /** As it is stored. */
  private long published;

  /** Up to here the broker has taken everything, whether that could be stored or not. */
  private long taken;

  Place(String topic, Database database, GroupCommit writer) {
    this.topic = topic;
    this.database = database;
    this.writer = writer;
  }

  /** Takes it; false if another server has it. */
  boolean take() {
    if (!database.read(session -> TopicPosition.isFree(session, topic))) {
      return false;
    }
    Optional<Long> from = writer.write(session -> TopicPosition.take(session, topic)).join();
    from.ifPresent(number -> published = number);
    return from.isPresent();
  }

  /** Up to which number everything has been published. */
  long reached() {
    return Math.max(published, taken);
  }

  /** The broker has everything up to a number; false if another server has the place. */
  boolean advance(long number) {
    taken = number;
    long from = published;
    boolean still =
        writer.write(session -> TopicPosition.advance(session, topic, from, number)).join();
    if (still) {
      published = number;
    }
    return still;
  }

  /** Gives it up. */
  void release() {
    writer.write(session -> TopicPosition.release(session, topic)).join();
  }
}
