package dev.accepted.http.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final Instant SINCE = Instant.parse("2026-11-21T20:00:00Z");
  private static final long START = 1_000_000;
  private static final Client CURL = new Client(Visitor.at("203.0.113.7"), ClientStyle.CURL);
  private static final Client BROWSER = new Client(Visitor.at("203.0.113.7"), ClientStyle.BROWSER);

  private final Conversation conversation = new Conversation(SINCE);

  private boolean poll(Client who, Kind kind, long at, Reply reply) {
    return conversation.add(who, new Question(Resource.MONITOR, kind, false), START + at, reply);
  }

  /** Answered at once, and told to come again. */
  private Poll waits(Client who, long at) {
    poll(who, Kind.POLL, at, reply(at, 200, 2));
    return last();
  }

  private static Reply reply(long at, int status, long retryAfter) {
    return new Reply(START + at, status, retryAfter, false);
  }

  private Poll last() {
    return conversation.said().recent().get(0);
  }

  private void submitted(Client who, boolean first, long at) {
    conversation.submitted(
        who, first, START + at, "/api/reports", Map.of("Retry-After", "2"), reply(at + 5, 202, 2));
  }

  @Test
  void nothingWasSaidAtFirst() {
    Said said = conversation.said();

    assertThat(said.since()).isEqualTo(SINCE);
    assertThat(said.submitted()).isNull();
    assertThat(said.recent()).isEmpty();
    assertThat(said.totals().all()).isZero();
    assertThat(said.totals().gaps()).isNull();
  }

  @Test
  void whoComesBackWhenToldIsNotEarly() {
    assertThat(waits(CURL, 0).back()).isNull();

    Poll second = waits(CURL, 2_000);

    assertThat(second.back()).isEqualTo(new Poll.Return(2_000, 2));
    assertThat(second.early()).isFalse();
  }

  @Test
  void whoComesSoonerIsEarlyButForWhatTimersMayDo() {
    waits(CURL, 0);

    assertThat(waits(CURL, 1_550).early()).isFalse(); // two seconds, less a tenth and a quarter
    assertThat(waits(CURL, 3_099).early()).isTrue();
    assertThat(conversation.said().totals().early()).isOne();
  }

  @Test
  void theFirstPollIsNeverEarlyAndToldWhatTheSubmissionGranted() {
    submitted(CURL, true, 0);

    Poll first = waits(CURL, 15);

    assertThat(first.back()).isEqualTo(new Poll.Return(10, 2));
    assertThat(first.early()).isFalse();
    assertThat(conversation.said().totals().gaps()).isNull();
    assertThat(waits(CURL, 30).early()).isTrue();
  }

  @Test
  void whoIsLuckyIsNotEarly() {
    waits(CURL, 0);
    poll(CURL, Kind.POLL, 100, reply(100, 303, 0));

    assertThat(last().early()).isFalse();
    assertThat(last().back()).isEqualTo(new Poll.Return(100, 2));
    assertThat(waits(CURL, 200).early()).isFalse(); // nothing was granted
  }

  @Test
  void aLongPollIsNeverEarlyNorIsTheNext() {
    waits(CURL, 0);
    poll(CURL, Kind.LONG_POLL, 100, reply(1_100, 200, 2));

    assertThat(last().early()).isFalse();
    assertThat(last().took()).isEqualTo(1_000);
    Poll next = waits(CURL, 1_150);
    assertThat(next.early()).isFalse();
    assertThat(next.back()).isEqualTo(new Poll.Return(50, 2));
    assertThat(waits(CURL, 1_200).early()).isTrue();
  }

  @Test
  void whatIsRefusedIsEarlyWhateverElseIsKnown() {
    poll(CURL, Kind.POLL, 0, new Reply(START, 429, 7, true));

    assertThat(last().early()).isTrue();
    assertThat(last().retryAfter()).isEqualTo(7);
  }

  @Test
  void eachClientHasItsOwnTimes() {
    waits(CURL, 0);
    Poll other = waits(BROWSER, 100);

    assertThat(other.client()).isEqualTo(2);
    assertThat(other.early()).isFalse();
    assertThat(waits(CURL, 200).early()).isTrue();
    assertThat(conversation.said().totals().clients()).isEqualTo(2);
    assertThat(conversation.said().totals().byStyle())
        .isEqualTo(Map.of(ClientStyle.CURL, 2L, ClientStyle.BROWSER, 1L));
  }

  @Test
  void allAreCountedHoweverFewAreKept() {
    for (int i = 0; i < 120; i++) {
      poll(CURL, i % 2 == 0 ? Kind.POLL : Kind.CONDITIONAL, i * 2_000L, reply(i * 2_000L, 304, 2));
    }
    poll(CURL, Kind.POLL, 238_500, reply(238_500, 200, 0));
    poll(CURL, Kind.POLL, 248_500, reply(248_500, 303, 0));

    Totals totals = conversation.said().totals();
    assertThat(conversation.said().recent()).hasSize(RecentPolls.MOST);
    assertThat(totals.all()).isEqualTo(122);
    assertThat(totals.byStatus()).isEqualTo(Map.of(304, 120L, 200, 1L, 303, 1L));
    assertThat(totals.byKind()).isEqualTo(Map.of(Kind.POLL, 62L, Kind.CONDITIONAL, 60L));
    assertThat(totals.gaps()).isEqualTo(new Totals.Gaps(500, 10_000));
    assertThat(totals.first()).isEqualTo(START);
    assertThat(totals.last()).isEqualTo(START + 248_500);
  }

  @Test
  void theSameAnswerAgainIsCountedAndLetsItsClientPoll() {
    submitted(CURL, true, 0);
    waits(CURL, 100);
    submitted(CURL, false, 200);

    assertThat(waits(CURL, 210).early()).isFalse();
    Said said = conversation.said();
    assertThat(said.repeated()).isOne();
    assertThat(said.submitted())
        .isEqualTo(
            new Submitted(
                START, 5, "/api/reports", 202, Map.of("Retry-After", "2"), 1, ClientStyle.CURL));
  }

  @Test
  void aRepetitionIsNotTakenForTheSubmission() {
    submitted(CURL, false, 0);

    assertThat(conversation.said().submitted()).isNull();
    assertThat(conversation.said().repeated()).isOne();
  }

  @Test
  void aCrowdOfClientsTakesNoMoreRoomThanSome() {
    int some = 0;
    for (int i = 0; i < 1_000; i++) {
      waits(new Client(Visitor.at("client-" + i), ClientStyle.OTHER), i);
      some = i == 2 * RecentPolls.MOST ? conversation.weight() : some;
    }

    assertThat(conversation.weight()).isEqualTo(some).isLessThan(8_000);
    assertThat(conversation.said().totals().clients()).isEqualTo(1_000);
    assertThat(waits(new Client(Visitor.at("client-999"), ClientStyle.OTHER), 1_000).client())
        .isEqualTo(1_000);
    assertThat(waits(new Client(Visitor.at("client-0"), ClientStyle.OTHER), 1_001).client())
        .isEqualTo(1_001);
  }

  @Test
  void moreRoomIsToldOf() {
    assertThat(poll(CURL, Kind.POLL, 0, reply(0, 200, 2))).isTrue();
    assertThat(poll(CURL, Kind.POLL, 1, reply(1, 200, 2))).isFalse();
    int before = conversation.weight();
    assertThat(poll(BROWSER, Kind.POLL, 2, reply(2, 200, 2))).isTrue();
    assertThat(conversation.weight()).isGreaterThan(before);
  }
}
