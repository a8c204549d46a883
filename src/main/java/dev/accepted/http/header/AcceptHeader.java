package dev.accepted.http.header;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Accept}: which of the offered media types the client likes best (RFC 9110, section
 * 12.5.1).
 *
 * @param ranges as sent, without what can't be read; empty if anything will do
 */
public record AcceptHeader(List<MediaRange> ranges) {

  /** Reads all lines of the header. */
  public static AcceptHeader parse(List<String> lines) {
    return new AcceptHeader(
        QuotedList.splitAll(lines, ',').stream().flatMap(AcceptHeader::range).toList());
  }

  /** The offer liked best, the first of equals; empty if none will do. */
  public Optional<String> choose(List<String> offers) {
    String best = null;
    double most = 0;
    for (String offer : offers) {
      double weight = weight(MediaRange.parse(offer));
      if (weight > most) {
        best = offer;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  private double weight(MediaRange offer) {
    return ranges.isEmpty()
        ? 1
        : ranges.stream()
            .filter(range -> range.includes(offer))
            .max(Comparator.comparingInt(MediaRange::precision))
            .map(MediaRange::weight)
            .orElse(0.0);
  }

  private static Stream<MediaRange> range(String element) {
    try {
      return Stream.of(MediaRange.parse(element));
    } catch (IllegalArgumentException unreadable) {
      return Stream.empty();
    }
  }
}
