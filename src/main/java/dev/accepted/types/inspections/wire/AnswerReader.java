package dev.accepted.types.inspections.wire;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Header;
import dev.accepted.types.inspections.dialogue.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer (RFC 9112), and looks for what comes after it. */
final class AnswerReader {

  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_LINES = 200;

  /** Of all its headers: 200 answers of an inspection are kept. */
  private static final int LONGEST_HEAD = 64 << 10;

  private static final int MOST_INTERIM = 20;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int SWITCHING = 101;
  private static final int FIRST_FINAL = 200;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final Line line;
  private final Limits limits;

  AnswerReader(Line line, Limits limits) {
    this.line = line;
    this.limits = limits;
  }

  /** The final answer to a request; those before it are passed over. */
  Answer read(boolean toHead) throws IOException {
    int status = status();
    Headers headers = headers();
    for (int interim = 0; status < FIRST_FINAL; interim++) {
      if (status == SWITCHING || interim == MOST_INTERIM) {
        throw new NotHttp("no final answer came");
      }
      status = status();
      headers = headers();
    }
    return new Answer(status, headers, body(status, headers, toHead));
  }

  private int status() throws IOException {
    String text = text();
    Matcher parts = STATUS_LINE.matcher(text);
    if (!parts.matches()) {
      throw new NotHttp("not a status line");
    }
    return Integer.parseInt(parts.group(1));
  }

  private Headers headers() throws IOException {
    List<Header> lines = new ArrayList<>();
    int length = 0;
    for (String text = text(); !text.isEmpty(); text = text()) {
      int colon = text.indexOf(':');
      length += text.length();
      if (colon < 1 || lines.size() == MOST_LINES || length > LONGEST_HEAD) {
        throw new NotHttp("not a header, or too many of them");
      }
      lines.add(new Header(text.substring(0, colon), text.substring(colon + 1).strip()));
    }
    return new Headers(lines);
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int octet = next();
    while (octet != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw new NotHttp("a line is too long");
      }
      text.append((char) octet);
      octet = next();
    }
    int end = text.length();
    boolean feed = end > 0 && text.charAt(end - 1) == '\r';
    // What it names is sent back to it: a lone CR is a line's end to some (RFC 9112, section 2.2).
    return text.substring(0, feed ? end - 1 : end).replace('\r', ' ').replace('\0', ' ');
  }

  private int next() throws IOException {
    int octet = line.read();
    if (octet < 0) {
      throw new EOFException("the answer ends too early");
    }
    return octet;
  }

  private Body body(int status, Headers headers, boolean toHead) throws IOException {
    Kept kept = new Kept(limits);
    if (toHead || status == NO_CONTENT || status == NOT_MODIFIED) {
      // None belongs here; one that is sent nonetheless is to be seen.
      return line.hasMore() ? kept.untilEnd(line) : kept.body(Body.End.COMPLETE);
    }
    String coding = String.join(",", headers.all("Transfer-Encoding")).toLowerCase(Locale.ROOT);
    if (coding.endsWith("chunked")) {
      return chunks(kept);
    }
    String length = headers.first("Content-Length").orElse("");
    if (length.isEmpty()) {
      return kept.untilEnd(line);
    }
    if (!LENGTH.matcher(length).matches()) {
      throw new NotHttp("not a length");
    }
    Body.End end = kept.take(line, Long.parseLong(length));
    boolean closing = headers.first("Connection").orElse("").equalsIgnoreCase("close");
    boolean more = end == Body.End.COMPLETE && closing && line.hasMore();
    return kept.body(more ? Body.End.OVERRUN : end);
  }

  private Body chunks(Kept kept) throws IOException {
    Body.End end = Body.End.COMPLETE;
    try {
      long size = chunkSize();
      while (size > 0 && end == Body.End.COMPLETE) {
        end = kept.take(line, size);
        if (end == Body.End.COMPLETE) {
          text();
          size = chunkSize();
        }
      }
    } catch (EOFException broken) {
      end = Body.End.BROKEN_OFF;
    }
    return kept.body(end);
  }

  private long chunkSize() throws IOException {
    String size = text().split(";", -1)[0].strip();
    try {
      return Long.parseUnsignedLong(size, 16) & Long.MAX_VALUE;
    } catch (NumberFormatException broken) {
      throw new NotHttp("not the size of a chunk: " + size.getBytes(StandardCharsets.UTF_8).length);
    }
  }
}
