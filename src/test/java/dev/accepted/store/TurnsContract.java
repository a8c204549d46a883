package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which order the jobs of several callers are claimed, one at a time. */
abstract class TurnsContract extends StoreFixture {

  /** That of a server that was there when all was stored. */
  private TurnBook book = new TurnBook();

  @Test
  void callersTakeTurnsWhoeverHasHowMany() {
    List<Job> of1 = queue("one", 6);
    List<Job> of2 = queue("two", 3);
    List<Job> of3 = queue("three", 2);

    assertThat(claimed(11))
        .containsExactly(
            of1.get(0),
            of2.get(0),
            of3.get(0),
            of1.get(1),
            of2.get(1),
            of3.get(1),
            of1.get(2),
            of2.get(2),
            of1.get(3),
            of1.get(4),
            of1.get(5));
  }

  @Test
  void whoComesAnewIsAmongTheNextWhateverOthersHaveQueued() {
    queue("many", 3_000);
    queue("some", 200);
    claimed(100);
    Job only = queue("new", 1).get(0);

    assertThat(claimed(3)).contains(only);
  }

  @Test
  void whoWasServedAloneBeforeHasNoAdvantageAndNoneIsMadeUpFor() {
    queue("early", 50);
    claimed(50);
    List<Job> late = queue("late", 3);
    List<Job> early = queue("early", 3);

    assertThat(claimed(6))
        .containsExactly(
            late.get(0), early.get(0), late.get(1), early.get(1), late.get(2), early.get(2));
  }

  @Test
  void theUrgentGoBeforeAllTurns() {
    queue("one", 5);
    claimed(1);
    Job urgent = put(job("one", "test", 9, null, Map.of()));

    assertThat(claimed(1)).containsExactly(urgent);
  }

  @Test
  void whatComesBackDoesNotStandBehindTheYounger() {
    List<Job> many = queue("many", 20);
    List<Job> other = queue("other", 20);
    List<Job> again = retried(claimed(4));

    assertThat(again).extracting(Job::id).contains(many.get(0).id(), many.get(1).id());
    List<Job> next = claimed(6);
    assertThat(next.stream().filter(job -> job.owner().equals("many")).limit(4))
        .extracting(Job::id)
        .contains(many.get(0).id(), many.get(1).id(), many.get(2).id());
    assertThat(next).extracting(Job::id).contains(other.get(0).id(), other.get(2).id());
  }

  /** However many attempts fail, others wait no longer than for two jobs of a caller in a turn. */
  @Test
  void whoseJobsComeBackHasTwoInATurnAtMost() {
    queue("failing", 100);
    retried(claimed(50));
    List<Job> others = queue("other", 10);

    assertThat(claimed(30)).containsAll(others);
  }

  @Test
  void whatItsServerHandsBackGoesOnFirst() {
    queue("one", 10);
    queue("two", 10);
    List<Job> running = new ArrayList<>();
    for (Job job : claimed(3)) {
      running.add(job.started(NOW.plusSeconds(1)));
    }
    write(
        session -> {
          for (Job job : running) {
            JobStore.leaveRunning(session, job.released(NOW));
          }
          return running;
        });

    assertThat(claimed(3)).extracting(Job::id).containsAll(running.stream().map(Job::id).toList());
  }

  @Test
  void anotherServerGoesOnWhereTheLastOneStopped() {
    List<Job> before = queue("one", 10);
    restart();
    List<Job> after = queue("one", 2);
    List<Job> other = queue("two", 2);

    List<Job> order = claimed(14);
    assertThat(order.stream().filter(job -> job.owner().equals("one")))
        .containsExactlyElementsOf(
            IntStream.range(0, 12)
                .mapToObj(n -> n < 10 ? before.get(n) : after.get(n - 10))
                .toList());
    assertThat(order.subList(0, 4)).containsAll(other);
  }

  @Test
  void whatOneServerSaysThatItGaveAnotherGoesOnFrom() {
    List<Job> here = queue("one", 5);
    TurnBook first = book;
    book = new TurnBook();
    List<Word.Turn> said =
        here.stream()
            .map(job -> first.last(queueOf(job), new TurnBook.Line("one", false)))
            .map(last -> new Word.Turn("test", 4, false, last.orElseThrow(), "one"))
            .toList();
    said.forEach(word -> book.heard((Word.Turn) Word.parse(word.toString()).orElseThrow()));
    List<Job> there = queue("one", 3);

    assertThat(claimed(8))
        .containsExactlyElementsOf(
            IntStream.range(0, 8).mapToObj(n -> n < 5 ? here.get(n) : there.get(n - 5)).toList());
  }

  @Test
  void aTurnThatWasNotStoredIsGivenAgain() {
    queue("one", 1);
    List<Job> lost = List.of(job("one", "test", 4, null, Map.of()));
    try {
      write(
          session -> {
            JobStore.insert(session, lost.get(0), "{}");
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      assertThat(found(lost.get(0))).isEmpty();
    }
    Job second = queue("one", 1).get(0);
    Job other = queue("two", 1).get(0);
    Job third = queue("two", 1).get(0);

    assertThat(claimed(4)).endsWith(other, second, third);
  }

  private static TurnBook.Queue queueOf(Job job) {
    return new TurnBook.Queue(job.type(), job.options().priority());
  }

  void restart() {
    book = new TurnBook();
    database.read(
        session -> {
          book.load(session);
          return true;
        });
  }

  private List<Job> queue(String owner, int number) {
    return write(
        session -> {
          List<Job> jobs = new ArrayList<>();
          for (int i = 0; i < number; i++) {
            Job job = job(owner, "test", 4, null, Map.of());
            JobStore.insert(session, job, "{}");
            jobs.add(job);
          }
          return jobs;
        });
  }

  private Job put(Job job) {
    return write(
            session -> {
              JobStore.insert(session, job, "{}");
              return List.of(job);
            })
        .get(0);
  }

  private List<Job> write(dev.accepted.sql.SqlWork<List<Job>> work) {
    Turns[] given = new Turns[1];
    List<Job> jobs =
        database.transaction(
            session -> {
              given[0] = Turns.of(session, book);
              return work.in(session);
            });
    given[0].keep();
    return jobs;
  }

  /** The jobs that are claimed next; they run. */
  private List<Job> claimed(int number) {
    List<Job> order = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Job next = all(session -> JobQueries.ready(session, "test", 1)).get(0).job();
      started(next);
      order.add(next);
    }
    return order;
  }

  /** Each fails, and is to be tried again at once. */
  private List<Job> retried(List<Job> queued) {
    return write(
        session -> {
          List<Job> again = new ArrayList<>();
          for (Job job : queued) {
            Job running = job.started(NOW.plusSeconds(1));
            Job waiting = running.retrying(new AttemptError(1, NOW, "code", "failed"), NOW, NOW);
            assertThat(JobStore.leaveRunning(session, waiting)).isTrue();
            assertThat(JobStore.leaveIdle(session, waiting, waiting.due(NOW))).isTrue();
            again.add(waiting.due(NOW));
          }
          return again;
        });
  }
}
