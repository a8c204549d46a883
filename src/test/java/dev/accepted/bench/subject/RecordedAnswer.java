package dev.accepted.bench.subject;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An answer that was seen on the wire, to be given again: same status, headers and bytes. */
final class RecordedAnswer {

  /** The server adds these to every answer, so it will to this one. */
  private static final Set<String> ADDED = Set.of("date", "connection", "server");

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final byte[] body;

  /** Reads it as it was on the wire. */
  RecordedAnswer(byte[] wire) {
    int bodyStart = endOfHead(wire);
    List<String> lines =
        List.of(new String(wire, 0, bodyStart, ISO_8859_1).strip().split("\r\n", -1));
    status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
    for (String line : lines.subList(1, lines.size())) {
      String[] header = line.split(": ", 2);
      if (!ADDED.contains(header[0].toLowerCase(Locale.ROOT))) {
        headers.put(header[0], header[1]);
      }
    }
    body = Arrays.copyOfRange(wire, bodyStart, wire.length);
  }

  Response response() {
    Response.ResponseBuilder answer = Response.status(status);
    if (body.length > 0) {
      answer.entity(body);
    }
    headers.forEach(answer::header);
    return answer.build();
  }

  private static int endOfHead(byte[] wire) {
    for (int at = 0; at + END_OF_HEAD.length <= wire.length; at++) {
      if (Arrays.equals(END_OF_HEAD, Arrays.copyOfRange(wire, at, at + END_OF_HEAD.length))) {
        return at + END_OF_HEAD.length;
      }
    }
    throw new IllegalArgumentException("no end of the headers");
  }
}
