package dev.accepted.http.socket;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.Follower;
import dev.accepted.events.HistoryLost;
import dev.accepted.events.JournalUnavailable;
import dev.accepted.guard.CallerPrincipal;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Unauthorized;
import dev.accepted.http.stream.EventText;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.http.stream.Opening;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.metrics.StreamMetrics.Kind;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket: tells it what happens to the jobs that it has chosen. The server makes it.
 */
public final class JobSocket extends Endpoint implements Follower, Live {

  private static final Logger LOG = System.getLogger(JobSocket.class.getName());

  /** In characters: what a client may say at once. */
  private static final int MOST_MESSAGE = 64 << 10;

  /** Checks, which come every five seconds: a ping after fifteen, the end after a minute. */
  private static final int QUIET = 2;

  private static final int SILENT = 12;

  private final SocketRequests requests;
  private final PublicUrls publicUrls;
  private volatile @Nullable Following following;
  private volatile boolean delayed;

  /** One who tells at a time: numbers never fall. */
  private final Object turn = new Object();

  /** The number up to which everything has been told. */
  private long told;

  /** What there is once it is open. */
  private record Following(
      SocketRequest request, SocketOutlet out, EventCursor cursor, Runnable leave) {}

  JobSocket(SocketRequests requests, PublicUrls publicUrls) {
    this.requests = requests;
    this.publicUrls = publicUrls;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(MOST_MESSAGE);
    session.setMaxIdleTimeout(0);
    SocketOutlet out = new SocketOutlet(session, this::wake);
    try {
      begin(session, out);
    } catch (Problem | Refusal gone) {
      LOG.log(Level.INFO, "A socket could not begin", gone);
      out.end(CloseCodes.TRY_AGAIN_LATER, "try again later");
    }
  }

  private void begin(Session session, SocketOutlet out) {
    CallerPrincipal known = known(session);
    SocketRequest request =
        requests.read(
            known.caller(),
            session.getPathParameters().get(SocketPaths.ID),
            query(session),
            publicUrls.seenBy(address(session)));
    Opening opening = request.open(asked(session));
    Following open =
        new Following(request, out, opening.cursor(), request.enter(this, known.admission()));
    told = opening.cursor().position();
    following = open;
    session.addMessageHandler(String.class, text -> said(text, open));
    session.addMessageHandler(PongMessage.class, pong -> out.heard());
    tell(opening.first(), open);
    if (opening.over()) {
      finished(open);
    }
    opening.cursor().tell(this);
  }

  /** The principal is this session's, whatever else comes at the same time. */
  private static CallerPrincipal known(Session session) {
    if (session.getUserPrincipal() instanceof CallerPrincipal known) {
      return known;
    }
    throw Unauthorized.missing();
  }

  /**
   * The query; Tyrus has the parameters of path and query in one map, which it gives for either.
   */
  private static Map<String, List<String>> query(Session session) {
    Map<String, List<String>> query = new HashMap<>(session.getRequestParameterMap());
    query.remove(SocketPaths.ID);
    return query;
  }

  private static long asked(Session session) {
    return (long) Objects.requireNonNull(session.getUserProperties().get(Handshake.ASKED));
  }

  private static String address(Session session) {
    String scheme = session.isSecure() ? "https://" : "http://";
    return scheme + session.getUserProperties().get(Handshake.HOST) + '/';
  }

  private void wake() {
    Following open = following;
    if (open != null) {
      open.cursor().wake();
    }
  }

  @Override
  public void proceed(EventCursor cursor) {
    Following open = following;
    if (open == null) {
      return;
    }
    try {
      while (open.out().isIdle()) {
        List<Event> events = cursor.next();
        if (events.isEmpty()) {
          if (cursor.isEnded()) {
            open.out().end(CloseCodes.GOING_AWAY, "this server is being stopped");
          }
          return;
        }
        tell(events, open);
      }
    } catch (HistoryLost lost) {
      open.out().end(CloseCodes.TRY_AGAIN_LATER, "what was missed is not kept any more");
    } catch (JournalUnavailable down) {
      delayed = true;
    }
  }

  /** The socket of a job ends with it, unless its client follows others meanwhile. */
  private void tell(List<Event> events, Following open) {
    synchronized (turn) {
      for (Event event : events) {
        told = event.number();
        if (open.request().shows(event)) {
          send(event, open);
        }
        if (EventText.isLast(event) && open.request().endsWith(event.job().id())) {
          finished(open);
        }
      }
    }
  }

  private void send(Event event, Following open) {
    open.out().send(open.request().text(event, told));
    open.request().metrics().sent(Kind.SOCKET, 1);
  }

  private static void finished(Following open) {
    open.out().end(CloseCodes.NORMAL_CLOSURE, "finished");
  }

  private void said(String text, Following open) {
    SocketRequest request = open.request();
    open.out().heard();
    try {
      List<Event> standing = request.choose(Message.parse(text), open.cursor());
      synchronized (turn) {
        // With the number of the last event that was told: who comes back with it misses none.
        standing.forEach(event -> send(event, open));
      }
    } catch (Problem problem) {
      open.out().send(request.text(problem));
    } catch (Refusal.StoreDown down) {
      LOG.log(Level.DEBUG, "The store is down", down);
      open.out().end(CloseCodes.TRY_AGAIN_LATER, "try again later");
    }
  }

  @Override
  public Kind kind() {
    return Kind.SOCKET;
  }

  @Override
  public void check() {
    if (delayed) {
      delayed = false;
      wake();
    }
    Following open = following;
    if (open != null && !open.out().check(QUIET, SILENT)) {
      open.request().metrics().dropped(Kind.SOCKET);
    }
  }

  @Override
  public void dismiss() {
    Following open = following;
    if (open != null) {
      open.out().end(CloseCodes.VIOLATED_POLICY, "the key, token or session counts no more");
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    leave();
  }

  @Override
  public void onError(Session session, Throwable failure) {
    Level level = failure instanceof IOException ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "A socket broke", failure);
    leave();
  }

  private void leave() {
    Following open = following;
    if (open != null) {
      open.cursor().close();
      open.leave().run();
    }
  }
}
