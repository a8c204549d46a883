package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that dies, freezes, or is taken for dead: what it held goes on elsewhere, once. */
class LostNodeTest extends TwoNodes {

  @Test
  void whatAFrozenServerHeldTheOtherTakesOver() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);

    other.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));

    assertThat(nextPlayed()).isEqualTo("other");
    free.complete(null);
    Job done = other.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(done.state().attempt()).isEqualTo(2);
    assertThat(done.state().errors()).extracting(AttemptError::code).containsExactly("interrupted");
    assertThat(one.await(job.id(), JobStatus.SUCCEEDED).state().claim()).isEqualTo(2);
  }

  @Test
  void aServerTakenForDeadStopsWhatItLostAndKeepsWhatItStartsBeforeItKnows() throws Exception {
    Job busy = other.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("other");
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);
    other.pass(Duration.ofSeconds(1));
    assertThat(nextPlayed()).isEqualTo("one stopped");
    other.pass(Duration.ofSeconds(1));
    assertThat(nextPlayed()).isEqualTo("one");
    other.pass(Duration.ofSeconds(1));
    assertThat(stored(job).status()).isEqualTo(JobStatus.RUNNING);

    assertThat(one.engine.renewLease()).isTrue();
    other.pass(Duration.ofMinutes(1));

    assertThat(stored(job).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(stored(job).state().attempt()).isEqualTo(2);
    assertThat(stored(busy).state().attempt()).isEqualTo(1);
  }

  @Test
  void whatAServerStartsThatNeverComesBackIsTakenOverInTheEnd() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    one.database.transaction(
        session -> session.update("delete from node where id = ?", session.node()));
    other.pass(Duration.ofSeconds(1));
    assertThat(stored(job).status()).isEqualTo(JobStatus.RUNNING);

    other.pass(other.settings.lease());
    other.pass(Duration.ofSeconds(1));

    assertThat(nextPlayed()).isEqualTo("other");
    assertThat(stored(job).state().attempt()).isEqualTo(2);
  }

  @Test
  void whatIsFinishedBeforeTheRescueStaysFinished() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);
    free.complete(null);
    one.await(job.id(), JobStatus.SUCCEEDED);

    other.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));

    assertThat(other.find(job.id()).state().attempt()).isEqualTo(1);
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(played).isEmpty();
  }

  @Test
  void afterAnOutageNobodyIsTakenForDeadBeforeAllHadTimeToShowThemselves() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    freeze(other);
    other.engine.renewLease();

    other.pass(Duration.ofSeconds(1));

    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(one.engine.renewLease()).isTrue();
    free.complete(null);
    assertThat(one.await(job.id(), JobStatus.SUCCEEDED).state().attempt()).isEqualTo(1);
  }

  @Test
  void whatIsStoredAsRunningButIsNotIsHandedBack() throws Exception {
    Job busy = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    Job also = other.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("other");
    Job queued = one.submit("test", "quick");
    one.database.transaction(
        session ->
            session.update(
                """
                update job set status = 'running', attempt = 1, claim = 1, node = ? where id = ? and status = 'queued'
                """,
                session.node(),
                queued.id().value()));

    one.pass(Duration.ofSeconds(1));
    assertThat(stored(queued).status()).isEqualTo(JobStatus.RUNNING);
    one.pass(Duration.ofSeconds(1));

    assertThat(stored(queued).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(stored(queued).state().attempt()).isZero();
    assertThat(stored(busy).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(stored(also).status()).isEqualTo(JobStatus.RUNNING);
  }
}
