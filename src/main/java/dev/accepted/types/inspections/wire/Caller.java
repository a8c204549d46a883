package dev.accepted.types.inspections.wire;

import dev.accepted.outbound.AddressRefused;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.LookupTimedOut;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Headers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, one after the other, each on a connection of its own. Closing it, from any thread,
 * breaks off the one under way.
 */
public final class Caller implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Connector connector;
  private final Clock clock;
  private final Limits limits;
  private volatile @Nullable CutOff underWay;
  private volatile boolean closed;

  /**
   * A caller.
   *
   * @param names hands out the addresses that may be called
   */
  public Caller(CheckedNames names, Clock clock, Limits limits) {
    this.connector = new Connector(names);
    this.clock = clock;
    this.limits = limits;
  }

  /** Makes a call, and waits for what comes of it. */
  public Reply call(Call call) {
    Instant deadline = clock.instant().plus(limits.time());
    // A little later than the deadline of what is read, which knows better what has come by then.
    CutOff cutOff = new CutOff(limits.time().plus(GRACE));
    underWay = cutOff;
    if (closed) {
      cutOff.close();
      return new Reply(null, "stopped");
    }
    try (cutOff;
        Socket socket = connector.connect(call.url(), limits.time(), cutOff)) {
      socket.getOutputStream().write(bytes(call));
      socket.getOutputStream().flush();
      Line line = new Line(socket, clock, deadline);
      return new Reply(new AnswerReader(line, limits).read(call.isHead()), null);
    } catch (IOException failed) {
      return new Reply(null, cutOff.isLate() ? "timeout" : word(failed));
    } finally {
      underWay = null;
    }
  }

  private static byte[] bytes(Call call) {
    byte[] body = call.body() == null ? new byte[0] : call.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(512);
    head.append(call.method()).append(' ').append(target(call.url())).append(" HTTP/1.1\r\n");
    Headers all = Headers.of("Host", authority(call.url())).with(call.headers());
    all.lines()
        .forEach(line -> head.append(line.name()).append(": ").append(line.value()).append("\r\n"));
    if (body.length > 0 || call.method().equals("POST") || call.method().equals("PUT")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start =
        head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] message = new byte[start.length + body.length];
    System.arraycopy(start, 0, message, 0, start.length);
    System.arraycopy(body, 0, message, start.length, body.length);
    return message;
  }

  /** The origin form (RFC 9112, section 3.2.1), in ASCII. */
  private static String target(URI url) {
    URI plain = URI.create(url.toASCIIString());
    String path = Objects.requireNonNullElse(plain.getRawPath(), "");
    String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
    return (path.isEmpty() ? "/" : path) + query;
  }

  private static String authority(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  /** Tells nothing of the network here. */
  private static String word(IOException failure) {
    if (failure instanceof AddressRefused) {
      return "address-refused";
    }
    if (failure instanceof LookupTimedOut) {
      return "lookup-timeout";
    }
    if (failure instanceof UnknownHostException) {
      return "unknown-host";
    }
    if (failure instanceof SocketTimeoutException) {
      return "timeout";
    }
    if (failure instanceof SSLException) {
      return "tls-failed";
    }
    if (failure instanceof NotHttp) {
      return "not-http";
    }
    return failure instanceof ConnectException ? "connection-refused" : "connection-broken";
  }

  /** Breaks off what is under way, and all that would come. */
  @Override
  public void close() {
    closed = true;
    CutOff cutOff = underWay;
    if (cutOff != null) {
      cutOff.cut();
    }
  }
}
