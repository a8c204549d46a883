package dev.accepted.http.exchange;

import dev.accepted.http.exchange.ExchangeView.PollView;
import dev.accepted.http.exchange.ExchangeView.PollsView;
import dev.accepted.http.exchange.ExchangeView.SubmissionView;
import dev.accepted.http.exchange.log.Poll;
import dev.accepted.http.exchange.log.Said;
import dev.accepted.http.exchange.log.Submitted;
import dev.accepted.http.exchange.log.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes views of what was said. */
final class ExchangeViews {

  private static final String POST = "POST";

  private ExchangeViews() {}

  /** What a node knows of the submission. */
  static SubmissionView submission(Submitted answer, long repeated) {
    return new SubmissionView(
        true,
        Instant.ofEpochMilli(answer.at()),
        POST,
        answer.path(),
        answer.client(),
        answer.style().wireName(),
        answer.status(),
        answer.headers(),
        duration(answer.took()),
        repeated);
  }

  /**
   * What is certain about an answer that a node hasn't seen.
   *
   * @param at when the job was accepted
   * @param headers that depend on the job alone
   */
  static SubmissionView unseen(Instant at, int status, Map<String, String> headers, long repeated) {
    return new SubmissionView(false, at, POST, null, null, null, status, headers, null, repeated);
  }

  static PollsView polls(Said said) {
    Totals totals = said.totals();
    Totals.Gaps gaps = totals.gaps();
    return new PollsView(
        totals.all(),
        totals.early(),
        totals.clients(),
        named(totals.byStatus(), String::valueOf),
        named(totals.byKind(), kind -> kind.wireName()),
        named(totals.byStyle(), style -> style.wireName()),
        moment(totals.first()),
        moment(totals.last()),
        gaps == null ? null : duration(gaps.shortest()),
        gaps == null ? null : duration(gaps.longest()),
        polls(said.recent()));
  }

  private static List<PollView> polls(List<Poll> recent) {
    return recent.stream().map(ExchangeViews::poll).toList();
  }

  private static PollView poll(Poll poll) {
    Poll.Return back = poll.back();
    return new PollView(
        Instant.ofEpochMilli(poll.at()),
        poll.client(),
        poll.style().wireName(),
        poll.asked().head() ? "HEAD" : "GET",
        poll.asked().resource().wireName(),
        poll.asked().kind().wireName(),
        poll.status(),
        duration(poll.took()),
        some(poll.retryAfter()),
        back == null ? null : duration(back.gap()),
        back == null ? null : some(back.granted()),
        poll.early());
  }

  private static <K> Map<String, Long> named(Map<K, Long> counts, Function<K, String> name) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach((key, count) -> named.put(name.apply(key), count));
    return named;
  }

  private static @Nullable Long some(long seconds) {
    return seconds == 0 ? null : seconds;
  }

  private static @Nullable Instant moment(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static String duration(long millis) {
    return Duration.ofMillis(millis).toString();
  }
}
