package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loads of two servers on one PostgreSQL. */
class SharedLoadsTest extends SharedDatasetsFixture {

  /** Waits until so many sessions wait for locks. */
  private void awaitWaiting(int sessions) {
    long waiting = 0;
    while (waiting < sessions) {
      waiting =
          raw.read(
              session ->
                  session
                      .first(
                          """
                          select count(*) as number from pg_stat_activity
                          where datname = current_database() and wait_event_type = 'Lock'
                          """,
                          row -> row.longNumber("number"))
                      .orElseThrow());
    }
  }

  @Test
  void aLoadGoesOnElsewhereAndShutsItsFirstAttemptOut() throws Exception {
    DatasetLoad first =
        one.of(DatasetsFixture.OWNER).begin(DatasetsFixture.job(1), "d", LoadMode.APPEND, COLUMNS);
    first.append(numbers(1, 10), List.of(new RejectedRow(7, "no", "x")));
    DatasetLoad second = other.resume(DatasetsFixture.job(1)).orElseThrow();
    assertThat(second.position()).isEqualTo(new LoadPosition(10, 1));

    assertThatThrownBy(() -> first.append(numbers(11, 10), List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(first::complete).isInstanceOf(IllegalStateException.class);
    first.discard();

    second.append(numbers(11, 10), List.of());
    assertThat(second.complete().rows()).isEqualTo(20);
    assertThat(first.complete()).isEqualTo(second.complete());
    assertThat(other.of(DatasetsFixture.OWNER).find("d").orElseThrow().rows()).isEqualTo(20);
  }

  /** A server that is frozen in the midst of storing rows holds its lock until it is undone. */
  @Test
  void whoTakesALoadWaitsForRowsThatAreJustBeingStored() throws Exception {
    DatasetLoad first =
        one.of(DatasetsFixture.OWNER).begin(DatasetsFixture.job(1), "d", LoadMode.REPLACE, COLUMNS);
    Future<LoadPosition> second;
    try (Session frozen = raw.open()) {
      frozen.update("update dataset_load set row_count = 3");
      second = threads.submit(() -> other.resume(DatasetsFixture.job(1)).orElseThrow().position());
      awaitWaiting(1);
      assertThat(second.isDone()).isFalse();
      frozen.connection().commit();
    }
    assertThat(second.get(1, TimeUnit.MINUTES).rows()).isEqualTo(3);
    assertThatThrownBy(() -> first.append(numbers(1, 3), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void twoThatBeginTheSameLoadMakeOne() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<DatasetLoad>> loads = new ArrayList<>();
    for (Datasets server : List.of(one, other)) {
      loads.add(
          threads.submit(
              () -> {
                start.await();
                return server
                    .of(DatasetsFixture.OWNER)
                    .begin(DatasetsFixture.job(1), "d", LoadMode.REPLACE, COLUMNS);
              }));
    }
    List<DatasetLoad> begun = new ArrayList<>();
    for (Future<DatasetLoad> load : loads) {
      begun.add(load.get(1, TimeUnit.MINUTES));
    }
    int refused = 0;
    for (DatasetLoad load : begun) {
      try {
        load.append(numbers(1, 3), List.of());
      } catch (IllegalStateException shutOut) {
        refused++;
      }
    }
    assertThat(refused).isEqualTo(1);
    assertThat(one.resume(DatasetsFixture.job(1)).orElseThrow().complete().rows()).isEqualTo(3);
    assertThat(tables()).isEqualTo(1);
  }

  /** Both find no dataset, and both add it: an uncommitted row makes them meet. */
  @Test
  void twoThatAppendToANewDatasetAtOnceAreBothThere() throws Exception {
    List<Future<LoadSummary>> completions = new ArrayList<>();
    try (Session between = raw.open()) {
      between.update(
          """
          insert into dataset (scope, name, owner, table_number, row_count, widest, updated_at)
          values (?, 'd', ?, -1, 0, 0, current_timestamp)
          """,
          Owners.scope(DatasetsFixture.OWNER),
          DatasetsFixture.OWNER);
      for (Datasets server : List.of(one, other)) {
        int job = completions.size() + 1;
        DatasetLoad load =
            server
                .of(DatasetsFixture.OWNER)
                .begin(DatasetsFixture.job(job), "d", LoadMode.APPEND, COLUMNS);
        load.append(numbers(job * 100L, 10), List.of());
        completions.add(threads.submit(load::complete));
      }
      awaitWaiting(2);
      between.connection().rollback();
    }
    for (Future<LoadSummary> completion : completions) {
      assertThat(completion.get(1, TimeUnit.MINUTES).rows()).isEqualTo(10);
    }
    assertThat(DatasetsFixture.ask(one, "d", Query.ALL)).hasSize(20).doesNotHaveDuplicates();
    assertThat(one.of(DatasetsFixture.OWNER).find("d").orElseThrow().rows()).isEqualTo(20);
    assertThat(tables()).isEqualTo(1);
  }

  @Test
  void aServerThatStartsLeavesTheLoadsOfOthers() throws Exception {
    DatasetLoad load =
        one.of(DatasetsFixture.OWNER).begin(DatasetsFixture.job(1), "d", LoadMode.REPLACE, COLUMNS);
    one.of(DatasetsFixture.OWNER).begin(DatasetsFixture.job(2), "d", LoadMode.REPLACE, COLUMNS);
    raw.read(session -> session.update("create table rows_999 (n bigint)"));
    raw.read(session -> session.update("create table notes (n bigint)"));
    assertThat(other.sweep(DatasetsFixture.job(1)::equals)).isEqualTo(1);
    assertThat(tables()).isEqualTo(1);
    load.append(numbers(1, 2), List.of());
    assertThat(load.complete().rows()).isEqualTo(2);
  }

  @Test
  void aRowThatFitsNoPageIsRefused() throws Exception {
    List<Column> columns = new ArrayList<>();
    Object[] row = new Object[1_500];
    for (int place = 0; place < row.length; place++) {
      columns.add(new Column("c" + place, ColumnType.TEXT));
      row[place] = "twenty characters ...";
    }
    DatasetLoad load =
        one.of(DatasetsFixture.OWNER).begin(DatasetsFixture.job(1), "d", LoadMode.REPLACE, columns);
    assertThatThrownBy(() -> load.append(List.<@Nullable Object[]>of(row), List.of()))
        .isInstanceOf(RowTooWide.class);
  }
}
