package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventParserTest {

  private static final String STREAM =
      String.join(
          "",
          "\uFEFFretry: 2000\n\nid: 1\nevent: progress\ndata: {\"a\":1}\n\n:\n\n",
          "id:2\r\ndata:zwei €\r\ndata\r\ndata:  x\r\n\r\n",
          "event: lonely\rid: 3\r\rid\ndata: four\n\nother: x\nid: nine\0\ndata: five\n\n",
          "data: cut off");

  private static final List<ServerEvent> EVENTS =
      List.of(
          new ServerEvent("1", "progress", "{\"a\":1}"),
          new ServerEvent("2", "message", "zwei €\n\n x"),
          new ServerEvent("", "message", "four"),
          new ServerEvent("", "message", "five"));

  @Test
  void itReadsWhatTheStandardSays() throws IOException {
    EventParser parser = new EventParser("");

    assertThat(parser.feed(bytes(STREAM))).isEqualTo(EVENTS);
    assertThat(parser.retry()).contains(Duration.ofSeconds(2));
  }

  @Test
  void itReadsTheSameByteForByte() throws IOException {
    EventParser parser = new EventParser("");
    List<ServerEvent> events = new ArrayList<>();
    for (byte one : STREAM.getBytes(StandardCharsets.UTF_8)) {
      events.addAll(parser.feed(ByteBuffer.wrap(new byte[] {one})));
    }

    assertThat(events).isEqualTo(EVENTS);
  }

  @Test
  void anIdIsKept() throws IOException {
    assertThat(new EventParser("7").feed(bytes("data: a\n\n")))
        .containsExactly(new ServerEvent("7", "message", "a"));
  }

  @Test
  void whatNeverEndsIsGivenUp() {
    EventParser line = new EventParser("");
    assertThatThrownBy(() -> line.feed(bytes("x".repeat(5 << 20)))).isInstanceOf(IOException.class);
    EventParser data = new EventParser("");
    assertThatThrownBy(() -> data.feed(bytes("data: xxxx\n".repeat(1 << 20))))
        .isInstanceOf(IOException.class);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
