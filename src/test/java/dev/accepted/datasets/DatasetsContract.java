package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.datasets.csv.TemporaryDataset;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import dev.accepted.job.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog, paging, and what happens to rows that somebody reads. */
abstract class DatasetsContract {

  private static final List<Column> COLUMNS = List.of(new Column("n", ColumnType.INTEGER));

  @TempDir Path work;
  private Place place;
  private Datasets datasets;

  /** Where there are no datasets yet. */
  abstract Place place();

  @BeforeEach
  void open() {
    place = place();
    datasets = place.open();
  }

  @AfterEach
  void close() {
    datasets.close();
  }

  private void load(int job, String name, int rows) {
    List<Object[]> numbers = new ArrayList<>();
    for (long i = 1; i <= rows; i++) {
      numbers.add(new Object[] {i});
    }
    DatasetsFixture.load(datasets, DatasetsFixture.job(job), name, COLUMNS, numbers);
  }

  @Test
  void listsFindsAndRemoves() {
    load(1, "b", 2);
    load(2, "a", 3);
    DatasetInfo expected =
        new DatasetInfo("a", DatasetsFixture.OWNER, COLUMNS, 3, SettableClock.START);
    assertThat(datasets.of(DatasetsFixture.OWNER).find("a")).contains(expected);
    assertThat(datasets.of(DatasetsFixture.OWNER).list())
        .extracting(DatasetInfo::name)
        .containsExactly("a", "b");
    assertThat(datasets.of(DatasetsFixture.OWNER).remove("a", Owners.ALL)).isTrue();
    assertThat(datasets.of(DatasetsFixture.OWNER).remove("a", Owners.ALL)).isFalse();
    assertThat(datasets.of(DatasetsFixture.OWNER).find("a")).isEmpty();
  }

  private static void load(OwnedDatasets into, int job, long number) throws LoadRefused {
    DatasetLoad load = into.begin(DatasetsFixture.job(job), "d", LoadMode.REPLACE, COLUMNS);
    load.append(List.of(new Object[][] {{number}}), List.of());
    load.complete();
  }

  private static List<List<@Nullable Object>> rows(OwnedDatasets of) throws Exception {
    return of.rows("d", 10, null).rows();
  }

  @Test
  void aNameIsEachScopesOwn() throws Exception {
    List<String> scopes = List.of("acme/one", "other/one", "acme", "other");
    for (int n = 0; n < scopes.size(); n++) {
      load(datasets.of(scopes.get(n)), n + 1, n);
    }
    for (int n = 0; n < scopes.size(); n++) {
      OwnedDatasets own = datasets.of(scopes.get(n));
      assertThat(rows(own)).containsExactly(List.of((long) n));
      assertThat(own.list()).extracting(DatasetInfo::owner).containsExactly(scopes.get(n));
    }
    assertThat(datasets.of("acme/one").remove("d", Owners.ALL)).isTrue();
    assertThat(datasets.of("acme/two").find("d")).isEmpty();
    assertThat(rows(datasets.of("acme"))).hasSize(1);
    assertThat(rows(datasets.of("other/two"))).containsExactly(List.of(1L));
    assertThat(datasets.of("third/one").list()).isEmpty();
    assertThatThrownBy(() -> datasets.of("third/one").query("d", Query.ALL))
        .isInstanceOf(NoSuchDataset.class);
  }

  @Test
  void allOfATenantReadWhatOnlyItsOwnerChanges() throws Exception {
    OwnedDatasets one = datasets.of("acme/one");
    OwnedDatasets two = datasets.of("acme/two");
    DatasetLoad late = two.begin(DatasetsFixture.job(1), "d", LoadMode.APPEND, COLUMNS);
    load(one, 2, 5);
    assertThat(rows(two)).containsExactly(List.of(5L));
    assertThatThrownBy(() -> load(two, 3, 6)).isInstanceOf(NotItsOwner.class);
    assertThatThrownBy(late::complete).isInstanceOf(NotItsOwner.class);
    assertThat(two.remove("d", new Owners.Only("acme/two"))).isFalse();
    assertThat(rows(one)).containsExactly(List.of(5L));
    load(one, 4, 7);
    assertThat(two.remove("d", new Owners.OfTenant("acme"))).isTrue();
    load(two, 5, 8);
    assertThat(one.find("d")).map(DatasetInfo::owner).contains("acme/two");
  }

  @Test
  void outlivesARestart() {
    load(1, "kept", 2);
    datasets.close();
    datasets = place.open();
    assertThat(datasets.of(DatasetsFixture.OWNER).find("kept").orElseThrow().rows()).isEqualTo(2);
  }

  @Test
  void pagesThroughRowsOnceEach() throws Exception {
    load(1, "d", 25);
    List<@Nullable Object> seen = new ArrayList<>();
    RowPage page = datasets.of(DatasetsFixture.OWNER).rows("d", 10, null);
    while (true) {
      page.rows().forEach(row -> seen.add(row.get(0)));
      if (page.next() == null) {
        break;
      }
      page = datasets.of(DatasetsFixture.OWNER).rows("d", 10, page.next());
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(datasets.of(DatasetsFixture.OWNER).rows("d", 25, null).next()).isNull();
    assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).rows("x", 10, null))
        .isInstanceOf(NoSuchDataset.class);
  }

  @Test
  void refusesCursorsThatAreNotItsOwn() throws Exception {
    load(1, "d", 25);
    String cursor = datasets.of(DatasetsFixture.OWNER).rows("d", 10, null).next();
    load(2, "d", 25);
    for (String bad : List.of("", "%%%", "MTo", "LTE6LTE", "9999", String.valueOf(cursor))) {
      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).rows("d", 10, bad))
          .isInstanceOf(InvalidCursor.class);
    }
  }

  @Test
  void whoReadsGoesOnReadingWhatHasBeenReplacedOrRemoved() throws Exception {
    load(1, "d", 2_000);
    try (RowCursor before = datasets.of(DatasetsFixture.OWNER).query("d", Query.ALL)) {
      assertThat(before.next()).isTrue();
      load(2, "d", 1);
      try (RowCursor after = datasets.of(DatasetsFixture.OWNER).query("d", Query.ALL)) {
        assertThat(datasets.of(DatasetsFixture.OWNER).remove("d", Owners.ALL)).isTrue();
        assertThat(count(after)).isEqualTo(1);
      }
      assertThat(count(before)).isEqualTo(1_999);
    }
    load(3, "d", 5);
    assertThat(DatasetsFixture.ask(datasets, "d", Query.ALL)).hasSize(5);
  }

  private static int count(RowCursor cursor) {
    int rows = 0;
    while (cursor.next()) {
      rows++;
    }
    return rows;
  }

  @Test
  void sweepsWhatJobsHaveLeft() throws Exception {
    JobId dead = DatasetsFixture.job(1);
    JobId alive = DatasetsFixture.job(2);
    datasets.of(DatasetsFixture.OWNER).begin(dead, "half", LoadMode.REPLACE, COLUMNS);
    datasets.of(DatasetsFixture.OWNER).begin(alive, "half", LoadMode.REPLACE, COLUMNS);
    load(3, "whole", 4);
    assertThat(datasets.sweep(alive::equals)).isEqualTo(2);
    assertThat(datasets.resume(dead)).isEmpty();
    assertThat(datasets.resume(alive)).isPresent();
    assertThat(datasets.of(DatasetsFixture.OWNER).rows("whole", 10, null).rows()).hasSize(4);
  }

  @Test
  void aSecondAttemptShutsTheFirstOut() throws Exception {
    DatasetLoad first =
        datasets
            .of(DatasetsFixture.OWNER)
            .begin(DatasetsFixture.job(1), "d", LoadMode.REPLACE, COLUMNS);
    DatasetLoad second = datasets.resume(DatasetsFixture.job(1)).orElseThrow();
    second.append(List.<@Nullable Object[]>of(new Object[] {1L}), List.of());
    assertThatThrownBy(
            () -> first.append(List.<@Nullable Object[]>of(new Object[] {1L}), List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(second.complete().rows()).isEqualTo(1);
  }

  @Test
  void aTemporaryDatasetIsSeenByItsJobOnly() throws Exception {
    Path file = Files.writeString(work.resolve("t.csv"), "a;b\n1;x\n2;y\n");
    RecordingContext context = new RecordingContext(work).with(file, "text/csv");
    String name;
    try (TemporaryDataset loaded =
        TemporaryDataset.load(datasets, context, context.file().orElseThrow(), CsvOptions.DETECT)) {
      name = loaded.name();
      assertThat(DatasetsFixture.ask(datasets, name, Query.ALL))
          .containsExactly(List.of(1L, "x"), List.of(2L, "y"));
      assertThat(datasets.of(DatasetsFixture.OWNER).list()).isEmpty();
      assertThat(datasets.of(DatasetsFixture.OWNER).find(name)).isEmpty();
      assertThat(datasets.of(DatasetsFixture.OWNER).remove(name, Owners.ALL)).isFalse();
      assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).rows(name, 1, null))
          .isInstanceOf(NoSuchDataset.class);
    }
    assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).query(name, Query.ALL))
        .isInstanceOf(NoSuchDataset.class);
    assertThat(datasets.resume(context.id())).isEmpty();
  }

  @Test
  void aTemporaryDatasetThatFailsLeavesNothing() throws Exception {
    Path file = Files.writeString(work.resolve("t.csv"), "a,b\n" + "1\n".repeat(200));
    RecordingContext context = new RecordingContext(work).with(file, "text/csv");
    assertThatThrownBy(
            () ->
                TemporaryDataset.load(
                    datasets, context, context.file().orElseThrow(), CsvOptions.DETECT))
        .isInstanceOf(PermanentFailure.class);
    assertThat(datasets.resume(context.id())).isEmpty();
  }
}
