package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.reading.Urls;
import dev.accepted.types.inspections.wire.Caller;
import dev.accepted.types.inspections.wire.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the exchanges of an inspection, one after the other, and writes them down. */
final class Recorder {

  private static final int MOST_EXCHANGES = 200;

  private static final Headers USUAL =
      Headers.of("Accept", "application/json, */*;q=0.8", "User-Agent", "Accepted-Inspector");

  private final Order order;
  private final Run run;
  private final Caller caller;
  private final Instant end;
  private final List<Exchange> exchanges = new ArrayList<>();

  Recorder(Order order, Run run, Caller caller) {
    this.order = order;
    this.run = run;
    this.caller = caller;
    this.end = run.clock().instant().plus(order.time());
  }

  /** All so far. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** GET. */
  Exchange get(Purpose purpose, URI url, String... headers) throws CutShort {
    return make(purpose, "GET", url, Headers.of(headers), null);
  }

  /** A request without a body. */
  Exchange send(Purpose purpose, String method, URI url, String... headers) throws CutShort {
    return make(purpose, method, url, Headers.of(headers), null);
  }

  /** A submission. */
  Exchange submit(Purpose purpose, URI url, String key) throws CutShort {
    Headers own = Headers.of("Idempotency-Key", key);
    boolean text = order.body() != null && !order.headers().has("Content-Type");
    Headers typed = text ? own.with(Headers.of("Content-Type", "application/json")) : own;
    return make(purpose, order.method(), url, typed, order.body());
  }

  private Exchange make(
      Purpose purpose, String method, URI url, Headers special, @Nullable String body)
      throws CutShort {
    checkStopped();
    Instant at = run.clock().instant();
    if (at.isAfter(end) || exchanges.size() == MOST_EXCHANGES) {
      throw spent();
    }
    Call call = new Call(method, url, headers(url, special, body), body);
    run.begins(exchanges.size(), purpose);
    Reply reply = caller.call(call);
    // A call that was broken off from here tells nothing of the other side.
    checkStopped();
    Duration took = Duration.between(at, run.clock().instant());
    Exchange made =
        new Exchange(
            exchanges.size() + 1, purpose, call, at, took, reply.answer(), reply.failure());
    exchanges.add(made);
    run.made(made);
    return made;
  }

  private void checkStopped() throws CutShort {
    if (!run.mayGoOn()) {
      throw new CutShort("it was stopped");
    }
  }

  private static CutShort spent() {
    return new CutShort("the inspection has taken as long as it may");
  }

  /** What the client gave is for the origin that it named; the key may be the client's own. */
  private Headers headers(URI url, Headers special, @Nullable String body) {
    if (!Urls.sameOrigin(order.url(), url)) {
      return USUAL.with(special);
    }
    Headers given = body == null ? order.headers().without("Content-Type") : order.headers();
    boolean ownKey = special.has("Idempotency-Key");
    Headers sent = ownKey ? given : given.without("Idempotency-Key");
    return ownKey ? USUAL.with(special).with(sent) : USUAL.with(sent).with(special);
  }

  /** Waits, unless it would be for longer than there is time. */
  void pause(Duration duration) throws CutShort, InterruptedException {
    if (run.clock().instant().plus(duration).isAfter(end)) {
      throw spent();
    }
    run.pause(duration);
  }
}
