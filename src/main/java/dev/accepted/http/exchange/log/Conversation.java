package dev.accepted.http.exchange.log;

import dev.accepted.guard.throttle.MonitorThrottle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said about one job. */
final class Conversation {

  /** Of more clients, those that have been silent for longest are taken for new ones next time. */
  static final int MOST_CLIENTS = 16;

  /** The map of clients with room for all of them, the counts, and the objects. */
  private static final int OVERHEAD_BYTES = 1_000;

  private static final int CLIENT_BYTES = 240;
  private static final int POLL_BYTES = 8 * PackedPoll.LONGS;
  private static final int FEW_CLIENTS = 4;
  private static final float USUAL_LOAD = 0.75f;

  private final Instant since;
  private final RecentPolls recent = new RecentPolls();
  private final Counts counts = new Counts();
  private final Map<Client, Visits> clients =
      new LinkedHashMap<>(FEW_CLIENTS, USUAL_LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Client, Visits> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  private int known;
  private @Nullable Submitted submitted;
  private long repeated;

  /**
   * Begins it.
   *
   * @param since from when on all that was said is known
   */
  Conversation(Instant since) {
    this.since = since;
  }

  /** What one client was told last. */
  private static final class Visits {

    private final int number;
    private long polls;
    private long answered;
    private long granted;

    /** Whether the next poll may come at once. */
    private boolean free = true;

    Visits(int number) {
      this.number = number;
    }

    void told(Reply reply, boolean nextIsFree) {
      answered = reply.at();
      granted = reply.retryAfter();
      free = nextIsFree;
    }
  }

  private Visits visits(Client who) {
    return clients.computeIfAbsent(who, unknown -> new Visits(++known));
  }

  /**
   * The answer to its submission.
   *
   * @param first whether it is that, and not the same again for the same idempotency key
   * @param at when the request had been read, in milliseconds since 1970
   */
  synchronized void submitted(
      Client who, boolean first, long at, String path, Map<String, String> headers, Reply reply) {
    Visits visits = visits(who);
    visits.told(reply, true);
    if (first && submitted == null) {
      submitted =
          new Submitted(
              at,
              Math.max(0, reply.at() - at),
              path,
              reply.status(),
              headers,
              visits.number,
              who.style());
    } else {
      repeated++;
    }
  }

  /**
   * A poll.
   *
   * @param at when it came, in milliseconds since 1970
   * @return whether this takes more room than before
   */
  synchronized boolean add(Client who, Question asked, long at, Reply reply) {
    int before = clients.size();
    Visits visits = visits(who);
    Poll poll = poll(visits, who.style(), asked, at, reply);
    visits.told(reply, asked.waits());
    visits.polls++;
    counts.add(poll, visits.polls == 1);
    boolean more = recent.add(poll);
    return more || clients.size() > before;
  }

  private static Poll poll(Visits visits, ClientStyle style, Question asked, long at, Reply reply) {
    Poll.Return back =
        visits.answered == 0
            ? null
            : new Poll.Return(Math.max(0, at - visits.answered), visits.granted);
    return new Poll(
        asked,
        at,
        Math.max(0, reply.at() - at),
        reply.status(),
        reply.retryAfter(),
        visits.number,
        style,
        back,
        reply.refused() || (!visits.free && isEarly(asked, reply, back)));
  }

  /** Who comes too soon and finds news was lucky. */
  private static boolean isEarly(Question asked, Reply reply, Poll.@Nullable Return back) {
    return back != null
        && !asked.waits()
        && reply.retryAfter() > 0
        && MonitorThrottle.isEarly(back.gap(), back.granted());
  }

  /** About what it takes of the heap, in bytes. */
  synchronized int weight() {
    return OVERHEAD_BYTES
        + POLL_BYTES * recent.room()
        + CLIENT_BYTES * clients.size()
        + (submitted == null ? 0 : submitted.weight());
  }

  /** All of it, as it is now. */
  synchronized Said said() {
    return new Said(since, submitted, repeated, counts.totals(), recent.all());
  }
}
