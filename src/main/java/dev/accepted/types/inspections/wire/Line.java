package dev.accepted.types.inspections.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The bytes that come in, until the time of the whole exchange is up. */
final class Line implements Closeable {

  /** In milliseconds: how long is looked for what ought not to come. */
  private static final int GLANCE = 200;

  private final Socket socket;
  private final InputStream in;
  private final Clock clock;
  private final Instant deadline;
  private final byte[] buffer = new byte[8 << 10];
  private int position;
  private int filled;

  Line(Socket socket, Clock clock, Instant deadline) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.clock = clock;
    this.deadline = deadline;
  }

  /** The next byte; -1 at the end. */
  int read() throws IOException {
    return position < filled || fill(left()) ? buffer[position++] & 0xff : -1;
  }

  /** Up to so many bytes; -1 at the end. */
  int read(byte[] into, int most) throws IOException {
    if (position == filled && !fill(left())) {
      return -1;
    }
    int count = Math.min(most, filled - position);
    System.arraycopy(buffer, position, into, 0, count);
    position += count;
    return count;
  }

  /** Whether anything more comes, or has come; a short look. */
  boolean hasMore() throws IOException {
    try {
      return position < filled || fill(GLANCE);
    } catch (SocketTimeoutException nothing) {
      return false;
    }
  }

  private boolean fill(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  private int left() throws SocketTimeoutException {
    long left = Duration.between(clock.instant(), deadline).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("the time of the exchange is up");
    }
    return (int) Math.min(Integer.MAX_VALUE, left);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
