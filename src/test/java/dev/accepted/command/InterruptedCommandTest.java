package dev.accepted.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.wire.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C: what was seen is told, and nothing stays open. */
@Timeout(120)
class InterruptedCommandTest {

  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  private StartedCommand inspect(String... arguments) throws Exception {
    // Who starts builds in the background may have them ignore it, and all that they start.
    List<String> how = new ArrayList<>(List.of("env", "--default-signal=INT"));
    how.addAll(StartedCommand.classes());
    return StartedCommand.start(folder, how, arguments);
  }

  @Test
  void whileItWaits() throws Exception {
    CountDownLatch polled = new CountDownLatch(4);
    String answer =
        "HTTP/1.1 202 Accepted\r\nLocation: /jobs/17\r\nRetry-After: 25\r\nContent-Length: 0\r\n\r\n";
    try (RawServer slow =
            new RawServer(
                (request, out) -> {
                  out.write(answer.getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  polled.countDown();
                });
        StartedCommand command =
            inspect(
                "--report=json:" + folder.resolve("r.json"), "http://127.0.0.1:" + slow.port())) {
      assertThat(polled.await(60, TimeUnit.SECONDS)).isTrue();

      command.interrupt();

      assertThat(command.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(command.out())
          .startsWith("Grade ")
          .contains("This is not all: it was stopped. What it didn't come to is not judged.\n")
          .contains("seen ");
      assertThat(command.err()).contains("The inspection ends here: it was stopped");
      assertThat(folder.resolve("r.json"))
          .content()
          .contains("\"purpose\":\"submit\"", "\"cutShort\":\"it was stopped\"");
    }
  }

  @Test
  void inTheMiddleOfACall() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedCommand command = inspect("http://127.0.0.1:" + silent.getLocalPort());
        Socket socket = silent.accept()) {
      socket.setSoTimeout(60_000);
      assertThat(socket.getInputStream().read()).isEqualTo('P');

      command.interrupt();

      assertThat(command.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(command.out()).contains("0 requests in 0 s");
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }
}
