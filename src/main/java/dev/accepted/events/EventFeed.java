package dev.accepted.events;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.JournalQueries;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it grows, told in its order to all who follow it. What this server has committed
 * comes straight from memory; what others have, is read when they say so, before anything of this
 * server's that has a higher number. While nobody follows, nothing is read or kept.
 *
 * <p>It takes one thread at a time of the executor's, and none while there is nothing to tell.
 */
public final class EventFeed {

  private static final Logger LOG = System.getLogger(EventFeed.class.getName());

  /** How many entries are read at once. */
  private static final int PAGE = 500;

  /** Of so many entries, followers hear together. */
  private static final int AT_ONCE = 50;

  /** How many may wait to be told; beyond, they are read again when it is their turn. */
  private static final int MOST_WAITING = 20_000;

  private final Database database;
  private final Executor executor;
  private final Audience audience = new Audience();
  private final RecentEvents recent;
  private final Deque<Part> parts = new ArrayDeque<>();
  private int waiting;
  private boolean telling;
  private boolean ended;

  /** The last number that is known to be given. */
  private long last;

  /** The last number that was told: up to it, everything has been offered to all who follow. */
  private volatile long told;

  /**
   * A part of the journal, up to a number.
   *
   * @param entries null if they are to be read
   */
  private record Part(long upTo, @Nullable List<JournalEntry> entries) {

    int size() {
      return entries == null ? 0 : entries.size();
    }
  }

  /**
   * Begins where the journal ends.
   *
   * @param executor for telling; it must not be the thread that commits
   */
  public EventFeed(Database database, Executor executor) {
    this.database = database;
    this.executor = executor;
    last = database.read(JournalQueries::newest);
    told = last;
    recent = new RecentEvents(last);
  }

  /**
   * Follows from now on. Nothing is told before the cursor is told to whom.
   *
   * @param after where to begin; empty for what is still to come. It may lie in the past, as far as
   *     the journal is kept, or be known to another server only
   * @throws JournalUnavailable if it is not known here, and the journal can't be read now
   */
  public EventCursor follow(Topic topic, Optional<Long> after) {
    after.ifPresent(this::catchUp);
    synchronized (this) {
      EventCursor cursor =
          new EventCursor(
              topic,
              database,
              recent,
              last,
              after.filter(n -> n < last).orElse(last),
              () -> told,
              executor);
      audience.add(cursor);
      cursor.whenClosed(() -> audience.remove(cursor));
      if (ended) {
        cursor.end();
      }
      return cursor;
    }
  }

  /** Who was told by another server may know of more than has been heard here. */
  private void catchUp(long number) {
    if (database.isShared() && isAhead(number)) {
      try {
        missed();
      } catch (DatabaseException down) {
        throw new JournalUnavailable(down);
      }
    }
  }

  private synchronized boolean isAhead(long number) {
    return number > last;
  }

  /**
   * The last number that is known here to be given: who follows from there misses nothing since.
   */
  public synchronized long last() {
    return last;
  }

  /** How many follow. */
  public int followers() {
    return audience.size();
  }

  /** What this server has committed; to be called in the order of the commits. */
  public void committed(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    long upTo = entries.get(entries.size() - 1).number();
    long before = entries.get(0).first() - 1;
    synchronized (this) {
      if (upTo <= last) {
        // Another's commit was heard of first, and this is being read with it.
        return;
      }
      if (database.isShared() && before > last) {
        add(new Part(before, null));
      }
      add(new Part(upTo, entries));
    }
    tellSoon();
  }

  /** Another server has committed, up to this number. */
  public void heard(long upTo) {
    synchronized (this) {
      if (upTo > last) {
        add(new Part(upTo, null));
      }
    }
    tellSoon();
  }

  /** Something may have been missed. */
  public void missed() {
    heard(database.read(JournalQueries::newest));
  }

  private void add(Part part) {
    last = part.upTo();
    if (audience.isEmpty() && parts.isEmpty() && !telling) {
      told = last;
      recent.skipTo(last);
      return;
    }
    parts.add(part);
    waiting += part.size();
    if (waiting > MOST_WAITING) {
      parts.clear();
      waiting = 0;
      parts.add(new Part(last, null));
    }
  }

  /** Goes on with what could not be read before. */
  public void tellSoon() {
    synchronized (this) {
      if (telling || parts.isEmpty()) {
        return;
      }
      telling = true;
    }
    boolean started = false;
    try {
      executor.execute(this::tell);
      started = true;
    } finally {
      if (!started) {
        pause();
      }
    }
  }

  private synchronized void pause() {
    telling = false;
  }

  private void tell() {
    try {
      for (Part part = next(); part != null; part = next()) {
        List<JournalEntry> entries = part.entries();
        if (entries == null) {
          readAndTell(part.upTo());
        } else {
          tell(entries);
          told = part.upTo();
        }
        done(part);
      }
    } catch (DatabaseException down) {
      LOG.log(Level.DEBUG, "Events are told later", down);
      pause();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "Events could not be told", bug);
      pause();
    }
  }

  /**
   * The next part; it stays until it is done. Null, and nobody tells any more, if there is none.
   */
  private synchronized @Nullable Part next() {
    Part next = parts.peek();
    telling = next != null;
    return next;
  }

  private synchronized void done(Part part) {
    Part first = parts.peek();
    if (first != null && first.upTo() == part.upTo()) {
      parts.remove();
      waiting -= part.size();
    }
  }

  private void readAndTell(long upTo) {
    while (told < upTo) {
      long after = told;
      List<JournalEntry> page =
          database.read(session -> JournalQueries.between(session, after, upTo, PAGE));
      tell(page);
      told = page.size() < PAGE ? upTo : page.get(page.size() - 1).number();
    }
  }

  /** A follower is woken once for what it gets of a few entries, not for each of them. */
  private void tell(List<JournalEntry> entries) {
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      Set<EventCursor> reached = new HashSet<>();
      for (JournalEntry entry : entries.subList(from, Math.min(entries.size(), from + AT_ONCE))) {
        // Of a part that was given up for being read again, some may have been told.
        if (entry.number() > told) {
          List<Event> events = Event.of(entry);
          recent.add(events);
          audience.offer(events, reached);
        }
      }
      reached.forEach(EventCursor::wake);
    }
  }

  /** This server stops: all who follow, and all who come from now on, are told so. */
  public void end() {
    synchronized (this) {
      ended = true;
    }
    audience.forEach(EventCursor::end);
  }

  /** It goes on after all. */
  public synchronized void resume() {
    ended = false;
  }
}
