package dev.accepted.http.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentPollsTest {

  private final RecentPolls polls = new RecentPolls();

  private boolean add(long at) {
    Question asked = new Question(Resource.MONITOR, Kind.POLL, false);
    return polls.add(new Poll(asked, at, 0, 200, 2, 1, ClientStyle.CURL, null, false));
  }

  private List<Long> times() {
    return polls.all().stream().map(Poll::at).toList();
  }

  @Test
  void thereIsNoneAtFirst() {
    assertThat(polls.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 4, 5, 8, 9, 49, 50, 51, 75, 99, 100, 101, 1_000})
  void theLastFiftyAreKeptNewestFirst(long many) {
    LongStream.rangeClosed(1, many).forEach(this::add);

    assertThat(times())
        .isEqualTo(
            LongStream.iterate(many, at -> at - 1)
                .limit(Math.min(many, RecentPolls.MOST))
                .boxed()
                .toList());
  }

  @Test
  void roomIsTakenAsItIsNeededAndToldOf() {
    long grown = LongStream.rangeClosed(1, 10_000).filter(this::add).count();

    assertThat(grown).isEqualTo(4); // 8, 16, 32, 50
    assertThat(polls.room()).isEqualTo(RecentPolls.MOST);
  }
}
