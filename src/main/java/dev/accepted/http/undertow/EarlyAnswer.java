package dev.accepted.http.undertow;

import dev.accepted.http.throttle.EarlyGate;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers who is not listened to on the thread that watches the connection: to hand such a request
 * over to a thread of the application, and to make one of servlets of it, costs more than all the
 * rest of it. What comes of its body is read by nobody: Undertow takes it as it comes.
 */
final class EarlyAnswer implements HttpHandler, EarlyGate.Listener {

  private final HttpHandler next;

  /** Null until there is one. */
  private volatile @Nullable EarlyGate gate;

  /**
   * The names of the headers it gives: to make them anew for each request takes longer than to look
   * them up.
   */
  private volatile Map<String, HttpString> names = Map.of();

  EarlyAnswer(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void open(EarlyGate opened) {
    Map<String, HttpString> given = new HashMap<>();
    opened.headers(1, (name, value) -> given.put(name, new HttpString(name)));
    names = given;
    gate = opened;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    EarlyGate open = gate;
    HeaderMap asked = exchange.getRequestHeaders();
    long seconds =
        open == null ? 0 : open.blockedSeconds(peer(exchange), name -> lines(asked.get(name)));
    if (open == null || seconds == 0) {
      next.handleRequest(exchange);
      return;
    }
    exchange.setStatusCode(open.status());
    HeaderMap told = exchange.getResponseHeaders();
    Map<String, HttpString> known = names;
    open.headers(seconds, (name, value) -> told.put(known.get(name), value));
    if (!exchange.isRequestComplete()) {
      exchange.setPersistent(false);
    }
    exchange.getResponseSender().send(ByteBuffer.wrap(open.document()));
  }

  /** As a servlet is told it. */
  private static String peer(HttpServerExchange exchange) {
    InetSocketAddress source = exchange.getSourceAddress();
    InetAddress address = source.getAddress();
    return address == null ? source.getHostString() : address.getHostAddress();
  }

  private static List<String> lines(@Nullable HeaderValues values) {
    return values == null ? List.of() : values;
  }
}
