package dev.accepted.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.job.JobStatus;
import dev.accepted.messages.Messages.Doing;
import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages with the jobs in PostgreSQL, and two servers there. */
class PostgresMessagesTest extends MessagesContract {

  private static final int JOBS = 100;

  private final String url = TestPostgres.url();
  private EngineFixture other;

  @Override
  Database open() {
    return TestPostgres.connect(url);
  }

  @BeforeEach
  void startAnother() throws Exception {
    other = engine("other");
  }

  @AfterEach
  void stopTheOther() {
    other.close();
  }

  @Test
  void oneOfTwoServersTellsWhatHappensAtBothOnce() throws Exception {
    submitToBoth();

    List<Long> expected = journal(engine, 0);
    assertThat(expected).hasSize(3 * JOBS);
    assertThat(subscriber().numbers(expected.size())).isEqualTo(expected);
    assertThat(subscriber().isQuiet()).isTrue();
    assertThat(other.engine.messages().state().doing()).isEqualTo(Doing.STANDBY);
  }

  private void submitToBoth() throws Exception {
    for (int i = 0; i < JOBS; i++) {
      EngineFixture node = i % 2 == 0 ? engine : other;
      node.await(node.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
    }
  }

  @Test
  void aServerThatStopsLeavesItsPlaceToTheOther() throws Exception {
    submitToBoth();
    engine.close();
    done(other, "nothing");
    await(other, Doing.PUBLISHING);
    done(other, "nothing");

    List<Long> expected = journal(other, 0);
    assertThat(subscriber().numbers(expected.size())).isEqualTo(expected);
    assertThat(subscriber().isQuiet()).isTrue();
  }

  @Test
  void aServerThatIsTakenForDeadLosesItsPlaceAndFindsOut() throws Exception {
    done(engine, "nothing");
    int before = journal(engine, 0).size();
    assertThat(subscriber().numbers(before)).isEqualTo(journal(engine, 0));
    other.database.transaction(
        session -> session.update("delete from node where id = ?", engine.database.node()));
    await(other, Doing.PUBLISHING);
    done(other, "nothing");
    await(engine, Doing.STANDBY);
    done(other, "nothing");

    List<Long> expected = journal(other, 0);
    assertThat(distinct(subscriber(), expected.size() - before))
        .isEqualTo(expected.subList(before, expected.size()));
    assertThat(other.engine.messages().state().doing()).isEqualTo(Doing.PUBLISHING);
  }
}
