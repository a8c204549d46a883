package dev.accepted.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A request as it goes over the wire: made once, sent often. */
public final class Request {

  private static final String JSON = "application/json";

  private final byte[] bytes;

  private Request(String head, byte[] body) {
    byte[] start = head.getBytes(ISO_8859_1);
    bytes = new byte[start.length + body.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(body, 0, bytes, start.length, body.length);
  }

  /**
   * A GET.
   *
   * @param headers further header lines, each {@code Name: value}
   */
  public static Request get(String path, String... headers) {
    return new Request(head("GET", path, JSON, headers) + "\r\n", new byte[0]);
  }

  /** A GET of a stream of events. */
  public static Request follow(String path) {
    return new Request(head("GET", path, "text/event-stream") + "\r\n", new byte[0]);
  }

  /** A POST of JSON. */
  public static Request post(String path, String json, String... headers) {
    byte[] body = json.getBytes(UTF_8);
    String more = "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
    return new Request(head("POST", path, JSON, headers) + more, body);
  }

  private static String head(String method, String path, String accept, String... headers) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\nAccept: ").append(accept).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  ByteBuffer toSend() {
    return ByteBuffer.wrap(bytes);
  }
}
