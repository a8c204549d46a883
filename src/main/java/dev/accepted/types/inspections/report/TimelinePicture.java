package dev.accepted.types.inspections.report;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.rules.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the exchanges along the time, one line each, as SVG. */
final class TimelinePicture {

  private static final int WIDTH = 900;
  private static final int LEFT = 330;
  private static final int ROW = 18;
  private static final int TOP = 28;
  private static final int LEAST = 3;
  private static final int KIND = 100;

  private final List<Exchange> exchanges;
  private final Set<Integer> faulty;
  private final Instant begin;
  private final long span;

  TimelinePicture(Inspected inspected) {
    this.exchanges = inspected.transcript().exchanges();
    this.faulty =
        inspected.findings().stream()
            .map(Finding::exchanges)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    this.begin = exchanges.isEmpty() ? Instant.EPOCH : exchanges.get(0).at();
    Instant end = exchanges.isEmpty() ? Instant.EPOCH : exchanges.get(exchanges.size() - 1).end();
    this.span = Math.max(1, Duration.between(begin, end).toMillis());
  }

  String svg() {
    int height = TOP + ROW * exchanges.size() + 8;
    StringBuilder svg = new StringBuilder(4096);
    svg.append(
        """
        <svg viewBox="0 0 %d %d" role="img" aria-label="The exchanges along the time: %d within %d ms" font-family="sans-serif" font-size="12">
        <text x="%d" y="16" class="mild">0</text><text x="%d" y="16" class="mild" text-anchor="end">%d ms</text>
        """
            .formatted(WIDTH, height, exchanges.size(), span, LEFT, WIDTH - 4, span));
    for (int i = 0; i < exchanges.size(); i++) {
      svg.append(row(exchanges.get(i), TOP + i * ROW));
    }
    return svg.append("</svg>").toString();
  }

  private String row(Exchange exchange, int y) {
    int x = LEFT + place(Duration.between(begin, exchange.at()).toMillis());
    int width = Math.max(LEAST, place(exchange.took().toMillis()));
    String came = came(exchange);
    return """
        <g><title>%s</title><line x1="%d" y1="%d" x2="%d" y2="%d" class="rule"/>\
        <text x="0" y="%d">%s%d %s</text><text x="%d" y="%d" text-anchor="end" class="mild">%s</text>\
        <rect x="%d" y="%d" width="%d" height="10" rx="2" class="%s"/></g>
        """
        .formatted(
            Markup.escaped(
                "%s: %s after %d ms"
                    .formatted(exchange.purpose().words(), came, exchange.took().toMillis())),
            LEFT,
            y + 8,
            WIDTH,
            y + 8,
            y + 12,
            faulty.contains(exchange.index()) ? "• " : "",
            exchange.index(),
            Markup.escaped(shortened(exchange.purpose().words())),
            LEFT - 8,
            y + 12,
            Markup.escaped(came),
            Math.min(x, WIDTH - LEAST),
            y + 3,
            Math.min(width, WIDTH - Math.min(x, WIDTH - LEAST)),
            kind(exchange));
  }

  private static String shortened(String words) {
    return words.length() <= 40 ? words : words.substring(0, 39) + "…";
  }

  private static String came(Exchange exchange) {
    return exchange.answer() == null
        ? String.valueOf(exchange.failure())
        : String.valueOf(exchange.status());
  }

  private int place(long milliseconds) {
    return (int) (milliseconds * (WIDTH - LEFT) / span);
  }

  private static String kind(Exchange exchange) {
    return "s" + exchange.status() / KIND;
  }
}
