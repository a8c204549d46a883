package dev.accepted.http.exchange.log;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts a job's polls. Not safe for use by several threads. */
final class Counts {

  private final Map<Integer, long[]> byStatus = new TreeMap<>();
  private final Map<Question.Kind, long[]> byKind = new EnumMap<>(Question.Kind.class);
  private final Map<ClientStyle, long[]> byStyle = new EnumMap<>(ClientStyle.class);
  private long all;
  private long early;
  private int clients;
  private long first = Long.MAX_VALUE;
  private long last;
  private long shortest = Long.MAX_VALUE;
  private long longest;

  /**
   * One more.
   *
   * @param isFirst whether it is its client's first, which may come whenever it likes
   */
  void add(Poll poll, boolean isFirst) {
    first = Math.min(first, poll.at());
    last = Math.max(last, poll.at());
    all++;
    clients += isFirst ? 1 : 0;
    early += poll.early() ? 1 : 0;
    count(byStatus, poll.status());
    count(byKind, poll.asked().kind());
    count(byStyle, poll.style());
    Poll.Return back = poll.back();
    if (back != null && !isFirst) {
      shortest = Math.min(shortest, back.gap());
      longest = Math.max(longest, back.gap());
    }
  }

  Totals totals() {
    return new Totals(
        all,
        early,
        clients,
        counted(byStatus, new TreeMap<>()),
        counted(byKind, new EnumMap<>(Question.Kind.class)),
        counted(byStyle, new EnumMap<>(ClientStyle.class)),
        all == 0 ? 0 : first,
        last,
        shortest == Long.MAX_VALUE ? null : new Totals.Gaps(shortest, longest));
  }

  /** In place: a number as an object would be another one each time. */
  private static <K> void count(Map<K, long[]> counts, K key) {
    counts.computeIfAbsent(key, unknown -> new long[1])[0]++;
  }

  private static <K> Map<K, Long> counted(Map<K, long[]> counts, Map<K, Long> copy) {
    counts.forEach((key, count) -> copy.put(key, count[0]));
    return copy;
  }
}
