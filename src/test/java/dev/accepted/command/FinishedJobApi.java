package dev.accepted.command;

import dev.accepted.types.inspections.wire.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An API whose jobs are done at once, and which adds to each answer what it is told to. */
final class FinishedJobApi {

  private FinishedJobApi() {}

  /**
   * Starts it.
   *
   * @param headers lines, each with a line feed at its end
   * @param member a member of JSON in each body
   */
  static RawServer with(String headers, String member) throws IOException {
    return new RawServer((request, out) -> answer(request, out, headers, member));
  }

  private static void answer(String request, OutputStream out, String headers, String member)
      throws IOException {
    boolean submission = request.startsWith("POST");
    String body = "{\"status\":\"%s\",%s}".formatted(submission ? "queued" : "done", member);
    String head =
        (submission ? "HTTP/1.1 202 Accepted\nLocation: /jobs/17\n" : "HTTP/1.1 200 OK\n")
            + headers
            + "Content-Type: application/json\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\n\n";
    out.write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.UTF_8));
  }
}
