package dev.accepted.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What can be wrong with a request as HTTP/1.1. */
enum Mischief {
  NONE,
  /** The body ends before its length is reached, and the connection with it. */
  HALF_SENT,
  LENGTH_TOO_SHORT,
  LENGTH_IS_NO_NUMBER,
  TWO_LENGTHS,
  LENGTH_AND_CHUNKS,
  BROKEN_CHUNKS,
  NO_HOST,
  TWO_HOSTS,
  NO_COLON,
  CONTROL_CHARACTERS,
  FOLDED_HEADER,
  LONG_HEADER,
  MANY_HEADERS,
  LONG_TARGET,
  STRANGE_METHOD,
  STRANGE_VERSION,
  BARE_LINE_FEEDS,
  NOISE,
  TLS,
  HTTP_2,
  STRANGE_EXPECTATION,
  STRANGE_CODING,
  SOCKET_FRAMES,
  /** Nobody reads the answer. */
  HUNG_UP,
  /**
   * Not the forms that CONNECT and OPTIONS alone have, "host:port" and "*": with another method
   * Undertow answers them with a 500 of its own, before any application is asked.
   */
  ODD_TARGET;

  private static final int MANY = 400;
  private static final int LONG = 100_000;

  /** Does that to a request. */
  Call to(Call good, Random random) {
    String head = good.head();
    String line = head.substring(0, head.indexOf("\r\n"));
    String rest = head.substring(line.length());
    byte[] body = good.body();
    return switch (this) {
      case NONE, HUNG_UP -> good.with(this, head, body);
      case HALF_SENT -> good.with(this, length(head, "" + (body.length + 1_000)), body);
      case LENGTH_TOO_SHORT -> good.with(this, length(head, "" + body.length / 2), body);
      case LENGTH_IS_NO_NUMBER ->
          good.with(this, length(head, random.nextBoolean() ? "-1" : "1e3"), body);
      case TWO_LENGTHS -> good.with(this, head + "\r\nContent-Length: 3", body);
      case LENGTH_AND_CHUNKS ->
          good.with(
              this,
              head + "\r\nTransfer-Encoding: chunked",
              "0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      case BROKEN_CHUNKS -> good.with(this, chunked(head), brokenChunks(random));
      case NO_HOST -> good.with(this, head.replaceFirst("\r\nHost: [^\r]*", ""), body);
      case TWO_HOSTS -> good.with(this, head + "\r\nHost: elsewhere.invalid", body);
      case NO_COLON -> good.with(this, head + "\r\nnonsense", body);
      case CONTROL_CHARACTERS ->
          good.with(this, head + "\r\nX-A: a" + (char) random.nextInt(0x20) + "b", body);
      case FOLDED_HEADER -> good.with(this, head + "\r\nX-A: a\r\n  b", body);
      case LONG_HEADER -> good.with(this, head + "\r\nX-A: " + "a".repeat(LONG), body);
      case MANY_HEADERS -> good.with(this, head + "\r\nX-A: a".repeat(MANY), body);
      case LONG_TARGET ->
          good.with(this, line.replace(" HTTP", "?" + "a".repeat(LONG) + " HTTP") + rest, body);
      case STRANGE_METHOD -> good.with(this, line.replaceFirst("\\w+", "BREW") + rest, body);
      case STRANGE_VERSION ->
          good.with(
              this, line.replace("HTTP/1.1", random.nextBoolean() ? "HTTP/9.9" : "") + rest, body);
      case BARE_LINE_FEEDS -> good.with(this, head.replace("\r\n", "\n"), body);
      case NOISE, TLS, HTTP_2 -> good.with(this, "", noise(random));
      case STRANGE_EXPECTATION -> good.with(this, head + "\r\nExpect: the-worst", body);
      case STRANGE_CODING -> good.with(this, head + "\r\nContent-Encoding: gzip", noise(random));
      case SOCKET_FRAMES -> good.with(this, handshake(line, rest), noise(random));
      case ODD_TARGET -> good.with(this, line.replaceFirst(" \\S+", odd(random)) + rest, body);
    };
  }

  private byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(3_000)];
    random.nextBytes(noise);
    String start =
        switch (this) {
          case TLS -> "\u0016\u0003\u0001\u0002\u0000\u0001\u0000";
          case HTTP_2 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
          default -> "";
        };
    byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(first, 0, noise, 0, Math.min(first.length, noise.length));
    return noise;
  }

  private static String length(String head, String length) {
    return head.replaceFirst("\r\nContent-Length: [^\r]*", "") + "\r\nContent-Length: " + length;
  }

  private static String chunked(String head) {
    return head.replaceFirst("\r\nContent-Length: [^\r]*", "") + "\r\nTransfer-Encoding: chunked";
  }

  private static byte[] brokenChunks(Random random) {
    String[] kinds = {
      "zz\r\nabc\r\n0\r\n\r\n",
      "FFFFFFFFFFFFFFFFF\r\nabc",
      "-1\r\nabc\r\n",
      "3\r\nabcdef\r\n0\r\n\r\n",
      "3\r\nabc\r\n0\r\nX: y"
    };
    return kinds[random.nextInt(kinds.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static String handshake(String line, String rest) {
    return line.replaceFirst("^\\w+ \\S+", "GET /ws/jobs")
        + rest.replaceFirst("\r\nContent-Length: [^\r]*", "")
        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
  }

  private static String odd(Random random) {
    String[] kinds = {
      " http://127.0.0.1/api/jobs",
      " //api/jobs",
      " /api/../api/jobs",
      " /api/jobs;a=b",
      " /api//jobs",
      " /%61pi/jobs",
      " /api/jobs/%2e%2e",
      " /api/jobs#x",
      " /WEB-INF/web.xml"
    };
    return kinds[random.nextInt(kinds.length)];
  }
}
