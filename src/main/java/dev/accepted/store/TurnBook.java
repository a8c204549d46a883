package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The last turns that were given, in memory: how far each caller's lines in a queue have come. Only
 * callers that have jobs in the queue count there; one whose last turn is over stands where a new
 * one does. So there are no more lines than jobs that wait, give or take those that a queue has
 * been rid of since it was last looked through.
 *
 * <p>Read from the store when the server starts, then kept by its writer, and by what other servers
 * say that they gave.
 */
public final class TurnBook {

  private static final int FEW = 1_000;

  private final Map<Queue, Lines> queues = new HashMap<>();

  /** The jobs of a type that wait with a priority. */
  record Queue(String type, int priority) {}

  /**
   * Jobs of one caller that have turns one after the other.
   *
   * @param again those that have been in a queue before, or have waited for their time
   */
  record Line(String owner, boolean again) {}

  /** A turn that was given. */
  record Given(Queue queue, Line line, long turn) {}

  private static final class Lines {

    private final Map<Line, Long> last = new HashMap<>();
    private long highest = Long.MIN_VALUE;
    private int lookThrough = FEW;

    private void add(Line line, long turn) {
      last.merge(line, turn, Math::max);
      highest = Math.max(highest, turn);
    }

    private boolean areMany() {
      return last.size() >= lookThrough;
    }

    private void forgetBefore(long turn) {
      last.values().removeIf(given -> given < turn);
      lookThrough = Math.max(FEW, 2 * last.size());
    }
  }

  /** Notes the turns of all jobs that wait; what is noted already stays. */
  public void load(Session session) throws SQLException {
    List<Given> waiting =
        session.list(
            """
            select type, priority, owner, again, max(turn) as turn
            from (
              select type, priority, owner, turn, case when attempt > 0 then 1 else 0 end as again
              from job where status = 'queued') as waiting
            group by type, priority, owner, again
            """,
            row ->
                new Given(
                    new Queue(row.text("type"), row.number("priority")),
                    new Line(row.text("owner"), row.number("again") == 1),
                    row.longNumber("turn")));
    waiting.forEach(this::note);
  }

  /** Forgets lines that no longer count, where only other servers give turns. */
  public void lookThrough(Session session) throws SQLException {
    for (Queue queue : large()) {
      OptionalLong least = Turns.least(session, queue);
      forget(queue, least.orElse(Long.MAX_VALUE));
    }
  }

  private synchronized List<Queue> large() {
    return queues.entrySet().stream()
        .filter(queue -> queue.getValue().areMany())
        .map(Map.Entry::getKey)
        .toList();
  }

  private synchronized void forget(Queue queue, long before) {
    Lines lines = queues.get(queue);
    if (lines != null) {
      lines.forgetBefore(before);
    }
  }

  /** A turn that was given for good. */
  synchronized void note(Given given) {
    queues.computeIfAbsent(given.queue(), first -> new Lines()).add(given.line(), given.turn());
  }

  /** Another server has given a turn. */
  public void heard(Word.Turn said) {
    note(
        new Given(
            new Queue(said.type(), said.priority()),
            new Line(said.owner(), said.again()),
            said.turn()));
  }

  /** The last turn in that line, if it is known and counts. */
  synchronized OptionalLong last(Queue queue, Line line) {
    Lines lines = queues.get(queue);
    Long last = lines == null ? null : lines.last.get(line);
    return last == null ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /**
   * The turn that it is in a queue.
   *
   * @param least of all jobs in it; empty if there are none: all lines begin anew
   * @param now what turns begin with in a queue that nothing is known of
   */
  synchronized long front(Queue queue, OptionalLong least, long now) {
    Lines lines = queues.computeIfAbsent(queue, first -> new Lines());
    if (least.isPresent()) {
      if (lines.areMany()) {
        lines.forgetBefore(least.getAsLong());
      }
      return least.getAsLong();
    }
    lines.last.clear();
    return lines.highest < now ? now : lines.highest + 1;
  }
}
