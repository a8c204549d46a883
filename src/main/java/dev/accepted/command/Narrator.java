package dev.accepted.command;

import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Redaction;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Tells an inspection while it goes on, to people who wait for it. */
final class Narrator {

  /** How much is told. */
  enum Detail {
    NOTHING,
    STEPS,
    EXCHANGES
  }

  private static final int LONGEST = 500;

  private final PrintWriter out;
  private final Redaction redaction;
  private final Detail detail;
  private @Nullable Purpose step;

  /**
   * @param out flushed line by line
   */
  Narrator(PrintWriter out, Redaction redaction, Detail detail) {
    this.out = out;
    this.redaction = redaction;
    this.detail = detail;
  }

  /** A request is about to be made; many in a row of one purpose are one step. */
  void begins(Purpose purpose) {
    if (detail == Detail.STEPS && purpose != step) {
      line(purpose.words());
    }
    step = purpose;
  }

  /** That request was made. */
  void made(Exchange exchange) {
    if (detail != Detail.EXCHANGES) {
      return;
    }
    line("* %d. %s".formatted(exchange.index(), exchange.purpose().words()));
    line("> %s %s".formatted(exchange.call().method(), exchange.call().url()));
    headers('>', exchange.call().headers());
    String came = exchange.answer() == null ? exchange.failure() : exchange.status() + "";
    line("< %s after %d ms".formatted(came, exchange.took().toMillis()));
    headers('<', exchange.headers());
    exchange.body().filter(body -> !body.isEmpty()).ifPresent(this::body);
  }

  private void headers(char direction, Headers headers) {
    headers
        .lines()
        .forEach(
            header ->
                line("%c %s: %s".formatted(direction, header.name(), redaction.value(header))));
  }

  private void body(Body body) {
    String told = redaction.text(body.text());
    String start = told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told;
    line("< %s (%d bytes)".formatted(start, body.length()));
  }

  /** It ends before it has seen all. */
  void cutShort(String why) {
    if (detail != Detail.NOTHING) {
      line("The inspection ends here: " + why);
    }
  }

  private void line(String text) {
    out.println(Printable.of(redaction.text(text)));
    out.flush();
  }
}
