package dev.accepted.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.wire.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are short on the wire, and long in memory. */
@Timeout(120)
class HostileMemoryTest {

  private static final int POLLS = 40;
  private static final int KEPT = 64 << 10;

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void littleIsKeptOfEach() throws Exception {
    try (RawServer api = new RawServer(this::answer);
        StartedCommand command =
            StartedCommand.start(
                folder,
                StartedCommand.classes("-Xmx32m"),
                "--report=html:" + folder.resolve("r.html"),
                "http://127.0.0.1:" + api.port() + "/")) {
      assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.FOUND);
      assertThat(command.out()).contains("200 while it runs");
      assertThat(asked).hasValueGreaterThan(POLLS);
    }
  }

  /** Objects without members take some thirty times as much memory as text. */
  private void answer(String request, OutputStream out) throws IOException {
    boolean submission = request.startsWith("POST");
    String word = asked.incrementAndGet() < POLLS ? "running" : "done";
    String start = "{\"status\":\"%s\",\"a\":[{}".formatted(word);
    String body = submission ? "" : start + ",{}".repeat((KEPT - 100) / 3) + "]}";
    String head =
        (submission ? "HTTP/1.1 202 Accepted\nLocation: /jobs/17\n" : "HTTP/1.1 200 OK\n")
            + "Retry-After: 0\nContent-Type: application/json\nContent-Length: "
            + body.length()
            + "\n\n";
    out.write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.UTF_8));
  }
}
