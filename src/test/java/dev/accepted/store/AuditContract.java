package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.AuditEntry;
import dev.accepted.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The audit log, as every database must keep it. */
abstract class AuditContract extends StoreFixture {

  private static final Actor ANN = new Actor("acme/ann", "203.0.113.7");
  private static final Actor ROOT = new Actor("root", "");

  private List<AuditEntry> entries(AuditFilter filter) {
    return all(session -> AuditList.read(session, filter, 100, Optional.empty()));
  }

  private List<String> subjects(AuditFilter filter) {
    return entries(filter).stream().map(AuditEntry::subject).toList();
  }

  private void write(Instant at, Actor actor, Act... acts) {
    database.transaction(
        session -> {
          for (Act act : acts) {
            AuditLog.add(session, at, actor, act);
          }
          return acts;
        });
  }

  private static Act paused(String type) {
    return Act.of(ActKind.TYPE_PAUSED, type, Optional.empty());
  }

  @Test
  void anActComesBackAsItWasWritten() {
    Job job = job("acme/ann");
    write(NOW, ANN, Act.on(job, ActKind.JOB_REMOVED));
    write(NOW.plusSeconds(1), ROOT, paused("import"));

    List<AuditEntry> entries = entries(AuditFilter.ALL);

    AuditEntry last = entries.get(0);
    AuditEntry first = entries.get(1);
    assertThat(entries).hasSize(2);
    assertThat(last.number()).isGreaterThan(first.number());
    assertThat(last)
        .isEqualTo(
            new AuditEntry(
                last.number(),
                NOW.plusSeconds(1),
                ROOT,
                "type.paused",
                "import",
                Optional.empty(),
                Map.of()));
    assertThat(first)
        .isEqualTo(
            new AuditEntry(
                first.number(),
                NOW,
                ANN,
                "job.removed",
                job.id().toString(),
                Optional.of("acme"),
                Map.of("owner", "acme/ann", "status", "queued", "type", "test")));
    assertThat(first.detail().keySet()).containsExactly("owner", "status", "type");
  }

  @Test
  void whatIsRolledBackLeavesNone() {
    Job job = plain();

    assertThatThrownBy(
            () ->
                database.transaction(
                    session -> {
                      JobRemoval.remove(session, job, NOW);
                      AuditLog.add(session, NOW, ANN, Act.on(job, ActKind.JOB_REMOVED));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    write(NOW, ROOT, paused("after"));

    assertThat(found(job)).isPresent();
    assertThat(subjects(AuditFilter.ALL)).containsExactly("after");
  }

  /** The session is kept by the writer: what one transaction has not written, no other may. */
  @Test
  void aSessionForgetsWhatWasRolledBack() throws Exception {
    try (var session = database.open()) {
      assertThatThrownBy(
              () ->
                  database.transaction(
                      session,
                      open -> {
                        AuditLog.add(open, NOW, ANN, paused("never"));
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);
      database.transaction(
          session,
          open -> {
            AuditLog.add(open, NOW, ANN, paused("import"));
            return true;
          });
    }

    assertThat(subjects(AuditFilter.ALL)).containsExactly("import");
  }

  @Test
  void manyActsOfOneTransactionHaveAnEntryEach() {
    Act[] acts = IntStream.range(0, 300).mapToObj(i -> paused("t" + i)).toArray(Act[]::new);

    write(NOW, ROOT, acts);

    List<AuditEntry> page =
        all(session -> AuditList.read(session, AuditFilter.ALL, 500, Optional.empty()));
    assertThat(page).hasSize(300).extracting(AuditEntry::number).doesNotHaveDuplicates();
    assertThat(page.get(0).subject()).isEqualTo("t299");
  }

  @Test
  void ofTwoThatRemoveAJobOneIsToldWhoeverIsFirst() {
    for (List<Actor> order : List.of(List.of(ANN, ROOT), List.of(ROOT, ANN))) {
      Job job = plain();
      boolean first = removed(job, order.get(0));
      boolean second = removed(job, order.get(1));

      assertThat(List.of(first, second)).containsExactly(true, false);
      assertThat(entries(ofSubject(job.id().toString())))
          .extracting(AuditEntry::actor)
          .containsExactly(order.get(0));
    }
  }

  @Test
  void ofTwoThatRemoveAJobAtOnceOneIsTold() {
    for (int round = 0; round < 20; round++) {
      Job job = plain();
      CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> removed(job, ANN));
      CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> removed(job, ROOT));

      assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(true, false);
      assertThat(entries(ofSubject(job.id().toString())))
          .extracting(AuditEntry::actor)
          .containsExactly(one.join() ? ANN : ROOT);
    }
  }

  private boolean removed(Job job, Actor actor) {
    return did(
        session -> {
          boolean removed = JobRemoval.remove(session, job, NOW);
          if (removed) {
            AuditLog.add(session, NOW, actor, Act.on(job, ActKind.JOB_REMOVED));
          }
          return removed;
        });
  }

  private static AuditFilter ofSubject(String subject) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(subject),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void filtersAdmitWhatTheyNameAndPagesFollowEachOther() {
    Optional<String> none = Optional.empty();
    write(NOW, ANN, Act.ownedBy("acme/ann", ActKind.DATASET_REMOVED, "a"));
    write(NOW.plusSeconds(1), ROOT, Act.ownedBy("acme/bob", ActKind.DATASET_REMOVED, "b"));
    write(NOW.plusSeconds(2), ROOT, Act.ownedBy("acme", ActKind.KEY_REVOKED, "a"));
    write(NOW.plusSeconds(3), ROOT, Act.ownedBy("other/eve", ActKind.KEY_REVOKED, "d"));
    Optional<Instant> second = Optional.of(NOW.plusSeconds(1));
    Optional<Instant> third = Optional.of(NOW.plusSeconds(2));

    assertThat(subjects(AuditFilter.ALL)).containsExactly("d", "a", "b", "a");
    assertThat(subjects(filter(Optional.of("acme"), none, none))).containsExactly("b", "a");
    assertThat(subjects(filter(none, Optional.of("acme/ann"), none))).containsExactly("a");
    assertThat(subjects(filter(none, none, Optional.of("a")))).containsExactly("a", "a");
    assertThat(subjects(filter(Optional.of("acme"), none, Optional.of("a")))).containsExactly("a");
    assertThat(subjects(between(second, third))).containsExactly("b");
    assertThat(subjects(between(third, Optional.empty()))).containsExactly("d", "a");
    assertThat(subjects(ofKind(ActKind.KEY_REVOKED))).containsExactly("d", "a");
    List<AuditEntry> page =
        all(session -> AuditList.read(session, AuditFilter.ALL, 3, Optional.empty()));
    Optional<Long> before = Optional.of(page.get(2).number());
    assertThat(all(session -> AuditList.read(session, AuditFilter.ALL, 3, before)))
        .extracting(AuditEntry::act)
        .containsExactly("dataset.removed");
  }

  private static AuditFilter ofKind(ActKind kind) {
    return new AuditFilter(
        Optional.empty(),
        Optional.of(kind),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditFilter filter(
      Optional<String> tenant, Optional<String> actor, Optional<String> subject) {
    return new AuditFilter(
        tenant, Optional.empty(), actor, subject, Optional.empty(), Optional.empty());
  }

  private static AuditFilter between(Optional<Instant> from, Optional<Instant> to) {
    return new AuditFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from, to);
  }

  @Test
  void whatWasAnnouncedStaysIsTakenBackOrSaysThatItIsUnknown() {
    Act act = Act.ownedBy("acme/ann", ActKind.DATASET_REMOVED, "birds");
    long made = database.transaction(s -> AuditLog.announce(s, NOW, ANN, act));
    long nothing = database.transaction(s -> AuditLog.announce(s, NOW, ROOT, act));
    long failed = database.transaction(s -> AuditLog.announce(s, NOW, ROOT, act));

    assertThat(did(session -> AuditLog.takeBack(session, nothing))).isTrue();
    assertThat(did(session -> AuditLog.doubt(session, failed, act))).isTrue();

    List<AuditEntry> entries = entries(AuditFilter.ALL);
    assertThat(entries).extracting(AuditEntry::number).containsExactly(failed, made);
    assertThat(entries.get(0).detail())
        .isEqualTo(Map.of("owner", "acme/ann", "outcome", "unknown"));
    assertThat(entries.get(1).detail()).isEqualTo(Map.of("owner", "acme/ann"));
  }

  @Test
  void whatIsOldGoesInBatches() {
    for (int i = 0; i < 5; i++) {
      write(NOW.plusSeconds(i), ROOT, paused("t" + i));
    }

    assertThat(count(session -> AuditLog.prune(session, NOW.plusSeconds(2), 2))).isEqualTo(2);
    assertThat(subjects(AuditFilter.ALL)).containsExactly("t4", "t3", "t2");
    assertThat(count(session -> AuditLog.prune(session, NOW.plusSeconds(2), 2))).isEqualTo(1);
    assertThat(count(session -> AuditLog.prune(session, NOW.plusSeconds(2), 2))).isZero();
    assertThat(subjects(AuditFilter.ALL)).containsExactly("t4", "t3");
  }
}
