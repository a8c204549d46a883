package dev.accepted.http.exchange.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A poll as four numbers: when it came; how long; what was granted; and all the rest. */
final class PackedPoll {

  static final int LONGS = 4;

  private static final List<ClientStyle> STYLES = List.of(ClientStyle.values());
  private static final int HALF = 32;

  /** In place of a gap: some twenty-five days are the longest that is told, so no gap is that. */
  private static final int NONE = -1;

  private static final int BYTE = 8;
  private static final int BYTE_MASK = 0xff;
  private static final int STATUS_AT = 2 * BYTE;
  private static final int STATUS_MASK = 0xfff;
  private static final int EARLY_AT = 28;

  private PackedPoll() {}

  static void write(Poll poll, long[] to, int at) {
    Poll.Return back = poll.back();
    to[at] = poll.at();
    to[at + 1] = halves(poll.took(), back == null ? NONE : within(back.gap()));
    to[at + 2] = halves(poll.retryAfter(), back == null ? 0 : within(back.granted()));
    int rest =
        poll.asked().number()
            | (poll.style().code() << BYTE)
            | (poll.status() << STATUS_AT)
            | ((poll.early() ? 1 : 0) << EARLY_AT);
    to[at + 3] = halves(poll.client(), rest);
  }

  static Poll read(long[] from, int at) {
    int rest = low(from[at + 3]);
    return new Poll(
        Question.numbered(rest & BYTE_MASK),
        from[at],
        high(from[at + 1]),
        (rest >> STATUS_AT) & STATUS_MASK,
        high(from[at + 2]),
        high(from[at + 3]),
        STYLES.get((rest >> BYTE) & BYTE_MASK),
        back(low(from[at + 1]), low(from[at + 2])),
        (rest >> EARLY_AT) != 0);
  }

  private static Poll.@Nullable Return back(int gap, int granted) {
    return gap == NONE ? null : new Poll.Return(gap, granted);
  }

  private static long halves(long high, int low) {
    return ((long) within(high) << HALF) | Integer.toUnsignedLong(low);
  }

  private static int within(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static int high(long halves) {
    return (int) (halves >> HALF);
  }

  private static int low(long halves) {
    return (int) halves;
  }
}
