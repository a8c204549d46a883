package dev.accepted.events;

import dev.accepted.job.JobId;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.JournalQueries;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is who follows the journal. Few events are kept for it; if they are not taken in
 * time, or begin in the past, they are read when it is their turn: from those that were told lately
 * or, if they are older, from the journal. So one that is slow costs no memory, and misses nothing
 * as long as the journal has it.
 */
public final class EventCursor implements AutoCloseable {

  /** How many events are kept for one that doesn't take them. */
  static final int MOST_KEPT = 256;

  private static final int PAGE = 100;
  private static final Logger LOG = System.getLogger(EventCursor.class.getName());

  private final Topic topic;
  private final Database database;
  private final RecentEvents recent;
  private final long since;
  private final LongSupplier reached;
  private final Executor executor;
  private final AtomicInteger wakes = new AtomicInteger();
  private final Deque<Event> kept = new ArrayDeque<>();
  private Runnable closing = () -> {};
  private volatile @Nullable Follower follower;
  private volatile boolean ended;

  /**
   * Up to here everything has been taken, or was no part of the topic; often it is known of more.
   */
  private long position;

  /** Up to here it has to be read. */
  private long readUpTo;

  /**
   * A cursor.
   *
   * @param recent what is read first
   * @param since the last number that was given
   * @param position where to begin
   * @param reached up to where the journal has been offered
   */
  EventCursor(
      Topic topic,
      Database database,
      RecentEvents recent,
      long since,
      long position,
      LongSupplier reached,
      Executor executor) {
    this.topic = topic;
    this.database = database;
    this.recent = recent;
    this.since = since;
    this.position = position;
    this.readUpTo = since;
    this.reached = reached;
    this.executor = executor;
  }

  Topic topic() {
    return topic;
  }

  void whenClosed(Runnable action) {
    closing = action;
  }

  /** The last number that had been given when it began to follow. */
  public long since() {
    return since;
  }

  /**
   * Up to here everything has been taken, or was no part of the topic: who has that may go on from
   * here. Don't ask between taking events and telling them.
   */
  public synchronized long position() {
    return isUpToDate() ? Math.max(position, reached.getAsLong()) : position;
  }

  /** True if what was offered has been taken. */
  private boolean isUpToDate() {
    return kept.isEmpty() && !behind();
  }

  /** True if there is something to take already. */
  public synchronized boolean hasNext() {
    return !isUpToDate();
  }

  /** True if nothing more comes, because this server stops. */
  public boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
    wake();
  }

  /** Has this follower proceed, now and whenever it is woken; before, nothing is told. */
  public void tell(Follower who) {
    follower = who;
    wake();
  }

  /** Has its follower proceed: it has room again, or something has come. */
  public void wake() {
    Follower told = follower;
    if (told != null && wakes.getAndIncrement() == 0) {
      executor.execute(() -> proceed(told));
    }
  }

  /** Once for all that has come until now; then it is the others' turn. */
  private void proceed(Follower told) {
    int seen = wakes.get();
    try {
      told.proceed(this);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "A follower failed", bug);
    }
    if (wakes.addAndGet(-seen) > 0) {
      executor.execute(() -> proceed(told));
    }
  }

  /**
   * What one entry stands for. It is kept as a whole or not at all, since it is read as a whole.
   * True if there is something for its follower, which is to be woken then.
   */
  boolean offer(List<Event> entry) {
    long upTo = entry.get(entry.size() - 1).number();
    if (upTo <= since) {
      return false;
    }
    List<Event> events = ofTopic(entry);
    if (events.isEmpty()) {
      return false;
    }
    synchronized (this) {
      if (isUpToDate()) {
        // All before was taken or none of its own: what the journal drops of that is no loss.
        position = Math.max(position, entry.get(0).number() - 1);
      }
      if (kept.size() + events.size() > MOST_KEPT) {
        kept.clear();
        readUpTo = upTo;
      } else {
        kept.addAll(events);
      }
    }
    return true;
  }

  private List<Event> ofTopic(List<Event> entry) {
    return entry.size() == 1
        ? topic.has(entry.get(0)) ? entry : List.of()
        : entry.stream().filter(topic::has).toList();
  }

  /**
   * The next events, in order; empty if there are none yet. For one thread at a time, which may
   * have to read from the store.
   *
   * @throws HistoryLost if the journal isn't kept for so long
   * @throws JournalUnavailable if it can't be read now
   */
  public List<Event> next() {
    Optional<List<Event>> taken = takeKept();
    while (taken.isEmpty()) {
      List<Event> events = read();
      if (!events.isEmpty()) {
        return events;
      }
      taken = takeKept();
    }
    return taken.get();
  }

  /**
   * True if the journal has nothing of a job beyond what has been taken. It may have what is told
   * here only in a moment: how a job stands is known, and stored, before its event is told, and
   * known of another server's jobs before that is heard of.
   *
   * @throws JournalUnavailable if it can't be read now
   */
  public boolean hasAllOf(JobId job) {
    long after = taken();
    try {
      return database.read(
          session -> JournalQueries.ofJob(session, job, after, Long.MAX_VALUE, 1).isEmpty());
    } catch (DatabaseException down) {
      throw new JournalUnavailable(down);
    }
  }

  private synchronized long taken() {
    return position;
  }

  /** Gives up what was missed: begins with what happens from now on. */
  public synchronized void skip() {
    position = Math.max(position, readUpTo);
  }

  private boolean behind() {
    return position < readUpTo;
  }

  /** Empty if others have to be read before: looked at and taken in one, since more may come. */
  private synchronized Optional<List<Event>> takeKept() {
    if (behind()) {
      return Optional.empty();
    }
    List<Event> taken = new ArrayList<>();
    for (Event event = kept.peek(); event != null && taken.size() < PAGE; event = kept.peek()) {
      taken.add(event);
      position = event.number();
      kept.remove();
    }
    return Optional.of(taken);
  }

  private List<Event> read() {
    long after;
    long upTo;
    synchronized (this) {
      after = position;
      upTo = readUpTo;
    }
    RecentEvents.Page page =
        recent.read(topic, after, upTo, PAGE).orElseGet(() -> stored(after, upTo));
    synchronized (this) {
      position = page.upTo();
    }
    return page.events();
  }

  private RecentEvents.Page stored(long after, long upTo) {
    List<JournalEntry> page = read(after, upTo);
    return new RecentEvents.Page(
        page.stream()
            .flatMap(entry -> Event.of(entry).stream())
            .filter(event -> event.number() > after && topic.has(event))
            .toList(),
        page.size() < PAGE ? upTo : page.get(page.size() - 1).number());
  }

  private List<JournalEntry> read(long after, long upTo) {
    try {
      return database.read(
          session -> {
            List<JournalEntry> found = topic.read(session, after, upTo, PAGE);
            if (JournalQueries.oldest(session) > after + 1) {
              throw new HistoryLost();
            }
            return found;
          });
    } catch (DatabaseException down) {
      throw new JournalUnavailable(down);
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
