package dev.accepted.types.inspections.wire;

import dev.accepted.types.inspections.dialogue.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** What is kept of a body while it is read. */
final class Kept {

  private final Limits limits;
  private final ByteArrayOutputStream start = new ByteArrayOutputStream(1024);
  private final byte[] piece = new byte[8 << 10];
  private long length;

  Kept(Limits limits) {
    this.limits = limits;
  }

  /** Reads so many bytes, as far as they come and are wanted. */
  Body.End take(Line line, long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (length >= limits.read()) {
        return Body.End.CUT;
      }
      int got = line.read(piece, (int) Math.min(piece.length, left));
      if (got < 0) {
        return Body.End.BROKEN_OFF;
      }
      start.write(piece, 0, Math.min(got, limits.kept() - start.size()));
      length += got;
      left -= got;
    }
    return Body.End.COMPLETE;
  }

  /** Reads until the connection is closed; one that stays open has been read to its end, too. */
  Body untilEnd(Line line) throws IOException {
    try {
      Body.End end = take(line, Long.MAX_VALUE);
      return body(end == Body.End.BROKEN_OFF ? Body.End.COMPLETE : end);
    } catch (SocketTimeoutException open) {
      return body(Body.End.BROKEN_OFF);
    }
  }

  /** All of it. */
  Body body(Body.End end) {
    return new Body(start.toByteArray(), length, end);
  }
}
