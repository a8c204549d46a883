package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture.SharedPlace;
import dev.accepted.job.Owners;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.sql.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. */
class SharedDatasetsTest {

  private static final List<Column> COLUMNS = List.of(new Column("n", ColumnType.INTEGER));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Database raw;
  private Datasets one;
  private Datasets other;

  @BeforeEach
  void open() {
    SharedPlace place = DatasetsFixture.shared();
    one = place.open();
    other = place.open();
    raw = place.database();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    raw.close();
    one.close();
    other.close();
  }

  @Test
  void whileTheDatabaseIsDownThatIsSaid() throws Exception {
    String url = TestPostgres.url();
    try (Datasets datasets = DatasetsFixture.shared(url, "down").open()) {
      load(datasets, 1, 10);
      TestPostgres.shut(url);

      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).list())
          .isInstanceOf(DatasetsUnavailable.class);
      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).find("d"))
          .isInstanceOf(DatasetsUnavailable.class);
      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).rows("d", 5, null))
          .isInstanceOf(DatasetsUnavailable.class);
      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).remove("d", Owners.ALL))
          .isInstanceOf(DatasetsUnavailable.class);

      TestPostgres.open(url);
      while (!isBack(datasets)) {
        Thread.onSpinWait();
      }
      assertThat(datasets.of(DatasetsFixture.OWNER).rows("d", 5, null).rows()).hasSize(5);
    }
  }

  private static boolean isBack(Datasets datasets) {
    try {
      return !datasets.of(DatasetsFixture.OWNER).list().isEmpty();
    } catch (DatasetsUnavailable notYet) {
      return false;
    }
  }

  private static List<@Nullable Object[]> numbers(long from, int count) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long n = from; n < from + count; n++) {
      rows.add(new Object[] {n});
    }
    return rows;
  }

  private static void load(Datasets datasets, int job, int rows) throws Exception {
    DatasetLoad load =
        datasets
            .of(DatasetsFixture.OWNER)
            .begin(DatasetsFixture.job(job), "d", LoadMode.REPLACE, COLUMNS);
    load.append(numbers(1, rows), List.of());
    load.complete();
  }

  private long tables() {
    return raw.read(
        session ->
            session
                .first(
                    """
                    select count(*) as number from information_schema.tables
                    where table_schema = current_schema and table_name like 'rows%'
                    """,
                    row -> row.longNumber("number"))
                .orElseThrow());
  }

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
  void startAtTheSameMoment() throws Exception {
    for (int round = 0; round < 3; round++) {
      SharedPlace place = DatasetsFixture.shared();
      CyclicBarrier start = new CyclicBarrier(3);
      List<Future<Datasets>> starting = new ArrayList<>();
      for (int server = 0; server < 3; server++) {
        starting.add(
            threads.submit(
                () -> {
                  start.await();
                  return place.open();
                }));
      }
      for (Future<Datasets> started : starting) {
        try (Datasets datasets = started.get(1, TimeUnit.MINUTES)) {
          assertThat(datasets.of(DatasetsFixture.OWNER).list()).isEmpty();
        }
      }
    }
  }

  @Test
  void seeTheSameDatasets() throws Exception {
    load(one, 1, 5);
    assertThat(other.of(DatasetsFixture.OWNER).list())
        .isEqualTo(one.of(DatasetsFixture.OWNER).list())
        .hasSize(1);
    assertThat(DatasetsFixture.ask(other, "d", Query.ALL)).hasSize(5);
    RowPage page = one.of(DatasetsFixture.OWNER).rows("d", 3, null);
    assertThat(other.of(DatasetsFixture.OWNER).rows("d", 3, page.next()).rows())
        .containsExactly(List.of(4L), List.of(5L));
    assertThat(other.of(DatasetsFixture.OWNER).remove("d", Owners.ALL)).isTrue();
    assertThat(one.of(DatasetsFixture.OWNER).find("d")).isEmpty();
    assertThat(tables()).isZero();
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
  void whoReadsGoesOnReadingWhatAnotherServerRemoves() throws Exception {
    load(one, 1, 5_000);
    try (RowCursor reading = one.of(DatasetsFixture.OWNER).query("d", Query.ALL)) {
      assertThat(reading.next()).isTrue();
      load(other, 2, 1);
      assertThat(other.of(DatasetsFixture.OWNER).remove("d", Owners.ALL)).isTrue();
      assertThat(other.sweep(job -> true)).isZero();
      for (int row = 2; row <= 5_000; row++) {
        assertThat(reading.next()).isTrue();
        assertThat(reading.value(0)).isEqualTo((long) row);
      }
      assertThat(reading.next()).isFalse();
      assertThat(tables()).isEqualTo(1);
    }
    other.sweep(job -> true);
    assertThat(tables()).isZero();
  }

  @Test
  void everyReaderSeesOneLoadWhole() throws Exception {
    load(one, 1, 1);
    AtomicBoolean over = new AtomicBoolean();
    Future<Integer> reader =
        threads.submit(
            () -> {
              int reads = 0;
              for (; !over.get() || reads < 10; reads++) {
                List<List<@Nullable Object>> rows = DatasetsFixture.ask(other, "d", Query.ALL);
                assertThat(rows).isNotEmpty();
                assertThat(rows.get(rows.size() - 1)).isEqualTo(List.of((long) rows.size()));
                assertThat(other.of(DatasetsFixture.OWNER).rows("d", 1, null).rows()).hasSize(1);
              }
              return reads;
            });
    for (int round = 2; round <= 40; round++) {
      load(one, round, round * 60);
    }
    over.set(true);
    assertThat(reader.get(1, TimeUnit.MINUTES)).isGreaterThanOrEqualTo(10);
    one.sweep(job -> true);
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
  void aTableThatABackupHoldsIsDroppedLater() throws Exception {
    load(one, 1, 1);
    try (Session backup = raw.open()) {
      backup.list("select table_number from dataset", row -> row.longNumber("table_number"));
      backup.update("lock table rows_1 in access share mode");
      assertThat(one.of(DatasetsFixture.OWNER).remove("d", Owners.ALL)).isTrue();
      assertThat(tables()).isEqualTo(1);
      backup.connection().rollback();
    }
    other.sweep(job -> true);
    assertThat(tables()).isZero();
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
