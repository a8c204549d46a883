package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture.SharedPlace;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.sql.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two servers on one PostgreSQL read, and what they drop. */
class SharedDatasetsTest extends SharedDatasetsFixture {

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
}
