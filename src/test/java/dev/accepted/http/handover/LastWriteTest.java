package dev.accepted.http.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A late answer's request is completed exactly once, whatever becomes of its client. */
class LastWriteTest {

  private static final byte[] BODY = "late".getBytes(StandardCharsets.US_ASCII);

  private final ServletSide server = new ServletSide();
  private LastWrite write;

  @BeforeEach
  void keepABody() throws Exception {
    LateOutput body = new LateOutput(server.response().getOutputStream());
    body.write(BODY, 0, BODY.length);
    write = new LastWrite(server.request().startAsync(), body);
  }

  @Test
  void theBodyIsWrittenOnce() {
    write.onWritePossible();
    write.onWritePossible();
    assertThat(server.written()).isEqualTo("late");
    assertThat(server.completions()).isOne();
  }

  @Test
  void whileTheConnectionTakesNothingItWaits() {
    server.ready(false);
    write.onWritePossible();
    assertThat(server.completions()).isZero();
    server.ready(true);
    write.onWritePossible();
    assertThat(server.written()).isEqualTo("late");
    assertThat(server.completions()).isOne();
  }

  /** As Undertow has it, which doesn't call the listener's onError then. */
  @Test
  void aWriteThatFailsCompletesIt() {
    server.breakOff();
    write.onWritePossible();
    assertThat(server.completions()).isOne();
  }

  /** As Grizzly has it. */
  @Test
  void aFailureThatIsToldAsWellDoesNotCompleteItAgain() {
    server.breakOff();
    write.onWritePossible();
    write.onError(new IOException("broken pipe"));
    assertThat(server.completions()).isOne();
  }

  @Test
  void aFailureAfterTheBodyDoesNotCompleteItAgain() {
    write.onWritePossible();
    write.onError(new IOException("broken pipe"));
    assertThat(server.completions()).isOne();
  }
}
