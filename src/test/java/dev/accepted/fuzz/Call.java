package dev.accepted.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param head the request line and the headers, without the empty line
 * @param body of which {@code head} tells the length
 * @param mischief what is wrong with it as HTTP
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Call(String head, byte[] body, Mischief mischief) {

  private static final int SHOWN = 600;

  /** True if it is HTTP, whatever it asks for, and an answer has to come. */
  boolean isHttp() {
    return mischief == Mischief.NONE;
  }

  /** True for HEAD, whose answers have no body. */
  boolean isHead() {
    return head.startsWith("HEAD ");
  }

  /** True if it asks the simulator for exactly that status. */
  boolean simulates(int status) {
    return head.matches("(?s)[A-Z]+ /api/status/" + status + "[? ].*");
  }

  /** True if it asks for an answer that is wrong on purpose. */
  boolean asksForFaults() {
    return head.contains(" /api/faulty/")
        || new String(body, StandardCharsets.UTF_8).contains("\"faults\"");
  }

  /** True if the answer may go on for as long as a job does. */
  boolean followsLog() {
    return head.contains("/log?") && head.contains("follow=");
  }

  /** The same with other headers, and with that wrong. */
  Call with(Mischief wrong, String otherHead, byte[] otherBody) {
    return new Call(otherHead, otherBody, wrong);
  }

  byte[] bytes() {
    byte[] start = (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  @Override
  public String toString() {
    String text = head + "\n\n" + new String(body, StandardCharsets.UTF_8);
    return mischief + ": " + text.substring(0, Math.min(SHOWN, text.length()));
  }
}
