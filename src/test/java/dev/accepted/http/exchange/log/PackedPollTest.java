package dev.accepted.http.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import org.junit.jupiter.api.Test;

class PackedPollTest {

  private static final long AT = 1_795_000_000_123L;

  private static Poll packed(Poll poll) {
    long[] numbers = new long[3 * PackedPoll.LONGS];
    PackedPoll.write(poll, numbers, PackedPoll.LONGS);
    assertThat(numbers).startsWith(0, 0, 0, 0).endsWith(0, 0, 0, 0);
    return PackedPoll.read(numbers, PackedPoll.LONGS);
  }

  @Test
  void nothingIsLost() {
    Poll.Return[] returns = {null, new Poll.Return(0, 0), new Poll.Return(2_009, 3_600)};
    for (Resource resource : Resource.values()) {
      for (Kind kind : Kind.values()) {
        for (ClientStyle style : ClientStyle.values()) {
          for (Poll.Return back : returns) {
            boolean odd = style.name().length() % 2 == 1;
            Question asked = Question.of(resource, kind, odd);
            assertThat(asked).isEqualTo(new Question(resource, kind, odd));
            Poll poll = new Poll(asked, AT, 60_000, odd ? 200 : 503, 17, 12, style, back, !odd);
            assertThat(packed(poll)).isEqualTo(poll);
          }
        }
      }
    }
  }

  @Test
  void whatIsBeyondAllMeasureIsCut() {
    Question asked = Question.of(Resource.RESULT, Kind.POLL, false);
    long month = 31L * 24 * 3_600_000;
    Poll poll =
        new Poll(
            asked,
            AT,
            month,
            409,
            Integer.MAX_VALUE + 1L,
            1,
            ClientStyle.OTHER,
            new Poll.Return(month, month),
            false);

    Poll read = packed(poll);

    assertThat(read.took()).isEqualTo(Integer.MAX_VALUE);
    assertThat(read.retryAfter()).isEqualTo(Integer.MAX_VALUE);
    assertThat(read.back()).isEqualTo(new Poll.Return(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(read.at()).isEqualTo(AT);
  }
}
