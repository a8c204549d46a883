package dev.accepted.faults.receivers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How a receiver answers a delivery that it has read. */
@FunctionalInterface
public interface Manner {

  /** The status of an answer that was never whole. */
  int NONE = 0;

  /**
   * Answers.
   *
   * @param id of the delivery, the same in all its attempts
   * @param before how often it has come before
   * @return the status that was answered; {@link #NONE} if there was none
   */
  int answer(String id, int before, InputStream in, OutputStream out)
      throws IOException, InterruptedException;

  /** At once, without a body. */
  static Manner status(int status, String... headers) {
    return (id, before, in, out) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " So\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      if (status != 204) {
        head.append("Content-Length: 0\r\n");
      }
      write(out, head.append("\r\n").toString());
      return status;
    };
  }

  /** As another does, but only after a while. */
  static Manner late(long millis, Manner other) {
    return (id, before, in, out) -> {
      TimeUnit.MILLISECONDS.sleep(millis);
      return other.answer(id, before, in, out);
    };
  }

  /** Differently when a delivery comes for the first time. */
  static Manner atFirst(Manner first, Manner then) {
    return (id, before, in, out) -> (before == 0 ? first : then).answer(id, before, in, out);
  }

  /** Not at all: keeps the connection until the other side ends it. */
  static Manner hang() {
    return (id, before, in, out) -> {
      in.read();
      return NONE;
    };
  }

  /** A byte a second, of a head that is never whole. */
  static Manner drip() {
    return (id, before, in, out) -> {
      write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        write(out, "x");
      }
    };
  }

  /** With 200, and a body that does not end. */
  static Manner endless() {
    return (id, before, in, out) -> {
      write(out, "HTTP/1.1 200 OK\r\n\r\n");
      byte[] part = new byte[4096];
      try {
        while (true) {
          out.write(part);
        }
      } catch (IOException enough) {
        return 200;
      }
    };
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
