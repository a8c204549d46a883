package dev.accepted.messages;

import dev.accepted.events.Event;
import dev.accepted.job.Job;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event as it is published.
 *
 * @param number the event's
 * @param text the body
 * @param properties what receivers may select by: texts and {@code long}s by names that are
 *     identifiers
 */
record Message(long number, String text, Map<String, Object> properties) {

  private static final String LABEL_PREFIX = "label_";

  /**
   * The message of an event.
   *
   * @param missed how many numbers right before it were never published
   */
  static Message of(Event event, String text, long missed) {
    Job job = event.job();
    Map<String, Object> properties = new TreeMap<>();
    properties.put("number", event.number());
    properties.put("event", event.kind().wireName());
    properties.put("type", job.type());
    properties.put("status", job.status().wireName());
    properties.put("jobId", job.id().toString());
    properties.put("owner", job.owner());
    if (missed > 0) {
      properties.put("missed", missed);
    }
    job.options().labels().forEach((name, value) -> properties.put(identifier(name), value));
    return new Message(event.number(), text, properties);
  }

  /** Names of labels may have dots and hyphens, which selectors would not read as a name. */
  private static String identifier(String label) {
    return LABEL_PREFIX + label.replace('.', '_').replace('-', '_');
  }
}
