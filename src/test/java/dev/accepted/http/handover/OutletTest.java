package dev.accepted.http.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent is written in its order, with as few writes as may be. */
class OutletTest {

  private static final int MANY = 50;
  private static final String PIECE = "p".repeat(999) + '\n';

  private final ServletSide server = new ServletSide();
  private Outlet outlet;

  @BeforeEach
  void open() throws Exception {
    AtomicReference<Outlet> begun = new AtomicReference<>();
    StreamedAnswer answer =
        new StreamedAnswer() {
          @Override
          public void begin(Outlet out) {
            begun.set(out);
          }

          @Override
          public void drop() {}
        };
    Outlet.open(answer, server.request(), server.response());
    outlet = begun.get();
  }

  private void takes() throws Exception {
    server.ready(true);
    server.listener().orElseThrow().onWritePossible();
  }

  private static List<byte[]> pieces(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();
  }

  @Test
  void whatIsSentTogetherIsWrittenAtOnce() throws Exception {
    takes();
    outlet.send(pieces("one ", "two ", "three"));
    assertThat(server.written()).isEqualTo("one two three");
    assertThat(server.writes()).isOne();
  }

  @Test
  void whatHasWaitedIsWrittenInFewPieces() throws Exception {
    for (int i = 0; i < MANY; i++) {
      outlet.send(pieces(PIECE));
    }
    assertThat(outlet.hasRoom()).isFalse();
    assertThat(server.writes()).isZero();
    takes();
    assertThat(server.written()).isEqualTo(PIECE.repeat(MANY));
    assertThat(server.writes()).isEqualTo(4);
    assertThat(outlet.hasRoom()).isTrue();
    assertThat(outlet.isIdle()).isTrue();
  }

  /** The longest piece there is goes out as it came, between its neighbours. */
  @Test
  void aLongPieceIsWrittenWhole() throws Exception {
    String longOne = PIECE.repeat(MANY);
    outlet.send(pieces("before", longOne, "behind"));
    takes();
    assertThat(server.written()).isEqualTo("before" + longOne + "behind");
    assertThat(server.writes()).isEqualTo(3);
  }

  @Test
  void whatIsSentBeforeTheEndIsWritten() throws Exception {
    outlet.send(Collections.nCopies(2, pieces(PIECE).get(0)));
    outlet.end();
    outlet.send(pieces("too late"));
    takes();
    assertThat(server.written()).isEqualTo(PIECE.repeat(2));
    assertThat(server.completions()).isOne();
  }
}
