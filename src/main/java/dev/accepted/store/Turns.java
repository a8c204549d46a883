package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Session;
import dev.accepted.store.TurnBook.Given;
import dev.accepted.store.TurnBook.Line;
import dev.accepted.store.TurnBook.Queue;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The turns that a transaction gives (start-time fair queueing, with jobs of equal weight). Within
 * a type's priority, jobs are claimed by turn and, of one turn, by age. A job's turn is the one
 * after its caller's last, or the one that it is now, if that is later: so callers take turns,
 * whoever has how many jobs, and whoever comes anew is not behind what others have queued.
 */
public final class Turns implements Session.Closing {

  /** Its parameters are a type and a priority; the index {@code job_ready} leads to the one row. */
  static final String FRONT =
      """
      select turn from job where status = 'queued' and type = ? and priority = ?
      order by status, type, priority desc, turn, id limit 1
      """;

  private final TurnBook book;
  private boolean loaded;
  private final Map<Queue, Long> fronts = new HashMap<>();
  private final Map<Queue, Map<Line, Long>> given = new HashMap<>();

  private Turns(TurnBook book, boolean loaded) {
    this.book = book;
    this.loaded = loaded;
  }

  /** Those of this transaction; without a book, they go by what the store says. */
  static Turns of(Session session) {
    return session.closing(Turns.class, () -> new Turns(new TurnBook(), false));
  }

  /** Those of this transaction, which go by that book; ignored if there are some already. */
  public static Turns of(Session session, TurnBook book) {
    return session.closing(Turns.class, () -> new Turns(book, true));
  }

  /** The turn of a new job, after all of its caller's that are new. */
  static long ofNew(Session session, Job job) throws SQLException {
    return job.status() == JobStatus.QUEUED ? of(session).next(session, job, false) : 0;
  }

  /**
   * The turn of a job that is queued again. It has a line of its own for each caller: it doesn't
   * stand behind jobs that are younger, and a caller has two jobs in a turn at most. A job whose
   * server stopped under it goes on at the turn that it is. Null if the job isn't queued.
   */
  static @Nullable Long ofReturning(Session session, JobStatus from, Job after)
      throws SQLException {
    if (after.status() != JobStatus.QUEUED) {
      return null;
    }
    Turns turns = of(session);
    return from == JobStatus.RUNNING
        ? turns.front(session, queue(after), after)
        : turns.next(session, after, true);
  }

  private static Queue queue(Job job) {
    return new Queue(job.type(), job.options().priority());
  }

  private long next(Session session, Job job, boolean again) throws SQLException {
    Queue queue = queue(job);
    Line line = new Line(job.owner(), again);
    long front = front(session, queue, job);
    Map<Line, Long> lines = given.computeIfAbsent(queue, first -> new HashMap<>());
    Long here = lines.get(line);
    OptionalLong last = here == null ? book.last(queue, line) : OptionalLong.of(here);
    long turn = last.isPresent() ? Math.max(front, last.getAsLong() + 1) : front;
    lines.put(line, turn);
    return turn;
  }

  /** Looked up once in a transaction: the queue's index leads to it. */
  private long front(Session session, Queue queue, Job job) throws SQLException {
    if (!loaded) {
      book.load(session);
      loaded = true;
    }
    Long known = fronts.get(queue);
    if (known == null) {
      known = book.front(queue, least(session, queue), micros(job.state().updatedAt()));
      fronts.put(queue, known);
    }
    return known;
  }

  /** The turn of the job that is next in a queue; empty if none waits. */
  static OptionalLong least(Session session, Queue queue) throws SQLException {
    return session
        .first(
            FRONT, row -> OptionalLong.of(row.longNumber("turn")), queue.type(), queue.priority())
        .orElse(OptionalLong.empty());
  }

  /** So small a unit that nobody's turns get ahead of the time. */
  private static long micros(Instant time) {
    return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.get(ChronoField.MICRO_OF_SECOND);
  }

  /** Tells the other servers how far each line has come. */
  @Override
  public void in(Session session) {
    given.forEach(
        (queue, lines) ->
            lines.forEach(
                (line, turn) ->
                    session.announce(
                        new Word.Turn(
                            queue.type(), queue.priority(), line.again(), turn, line.owner()))));
  }

  /** They are committed: to be called then. */
  public void keep() {
    given.forEach(
        (queue, lines) -> lines.forEach((line, turn) -> book.note(new Given(queue, line, turn))));
  }
}
