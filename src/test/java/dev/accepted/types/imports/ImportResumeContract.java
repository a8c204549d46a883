package dev.accepted.types.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStopped;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RecordingContext;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts that are cut off, and loads that follow others. */
abstract class ImportResumeContract {

  private static final int ROWS = 45_000;
  private static final String REPLACE = "{\"dataset\": \"d\"}";
  private static final String APPEND = "{\"dataset\": \"d\", \"mode\": \"append\"}";

  private ImportFixture fixture;

  @TempDir Path folder;

  /** Where there are no datasets yet. */
  abstract Place place();

  @BeforeEach
  void open() {
    fixture = new ImportFixture(folder, place());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** A file with a row in each thousand that doesn't fit. */
  private Path numbers(int from) throws Exception {
    StringBuilder text = new StringBuilder("n,text\n");
    for (int i = from; i < from + ROWS; i++) {
      text.append(i).append(i % 1_000 == 0 ? ",too,many\n" : ",x\n");
    }
    return fixture.file("numbers-" + from + ".csv", text.toString());
  }

  /** Lets the body run until it has stored that many batches, then stops it. */
  private static JobContext stopping(RecordingContext context, int after) {
    int[] batches = {0};
    return watched(
        context,
        () -> {
          if (++batches[0] == after) {
            throw new JobStopped();
          }
        });
  }

  /** The same context, but something happens whenever rows were stored. */
  private static JobContext watched(RecordingContext context, Runnable stored) {
    return (JobContext)
        Proxy.newProxyInstance(
            JobContext.class.getClassLoader(),
            new Class<?>[] {JobContext.class},
            (proxy, method, arguments) -> {
              Object[] given = arguments == null ? new Object[0] : arguments;
              if (given.length == 4 && String.valueOf(given[3]).endsWith("rows")) {
                stored.run();
              }
              return method.invoke(context, given);
            });
  }

  @Test
  void anAttemptThatWasCutOffIsTakenUpWithEachRowOnce() throws Exception {
    Path file = numbers(0);
    for (int attempt = 1; attempt <= 3; attempt++) {
      JobContext cut = stopping(fixture.attempt(1, attempt, file), 1);
      assertThatThrownBy(
              () -> new ImportJob(fixture.datasets()).run(ImportFixture.parameters(REPLACE), cut))
          .isInstanceOf(JobStopped.class);
      assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d")).isEmpty();
      fixture.restart();
    }
    RecordingContext last = fixture.attempt(1, 4, file);
    JsonObject result = fixture.run(REPLACE, last);
    assertThat(last.log()).anyMatch(line -> line.contains("rows are there"));
    assertThat(result.getInt("rows")).isEqualTo(ROWS - 45);
    assertThat(result.getInt("rejected")).isEqualTo(45);
    assertThat(last.content("rejected.csv").text().lines()).hasSize(46);
    assertNumbers(ROWS - 45, sum(0));
  }

  @Test
  void interruptedThreadsLeaveTheDatabaseOpen() throws Exception {
    Path file = numbers(0);
    fixture.run("{\"dataset\": \"other\"}", fixture.attempt(9, 1, file));
    for (int number = 1; number <= 4; number++) {
      RecordingContext context = fixture.attempt(number, 1, file);
      CountDownLatch loading = new CountDownLatch(number);
      Thread job = new Thread(() -> runUnlessInterrupted(counting(context, loading)));
      job.start();
      assertThat(loading.await(5, TimeUnit.MINUTES)).isTrue();
      job.interrupt();
      job.join();
      assertThat(fixture.datasets().of(RecordingContext.OWNER).find("other")).isPresent();
      assertThat(fixture.run(REPLACE, fixture.attempt(number, 2, file)).getInt("rows"))
          .isEqualTo(ROWS - 45);
      assertNumbers(ROWS - 45, sum(0));
    }
  }

  private void runUnlessInterrupted(JobContext context) {
    try {
      new ImportJob(fixture.datasets()).run(ImportFixture.parameters(REPLACE), context);
    } catch (Exception interrupted) {
      // How it fails is up to where it was; that the next attempt succeeds is what is tested.
      assertThat(interrupted).isNotNull();
    }
  }

  private static JobContext counting(RecordingContext context, CountDownLatch loading) {
    return watched(context, loading::countDown);
  }

  @Test
  void aCompleteLoadIsNotLoadedAgain() throws Exception {
    Path file = numbers(0);
    fixture.run(APPEND, fixture.attempt(1, 1, file));
    fixture.restart();
    RecordingContext again = fixture.attempt(1, 2, file);
    assertThat(fixture.run(APPEND, again).getInt("rows")).isEqualTo(ROWS - 45);
    assertThat(again.content("rejected.csv").text().lines()).hasSize(46);
    assertNumbers(ROWS - 45, sum(0));
  }

  @Test
  void appendsAndReplaces() throws Exception {
    fixture.run(APPEND, numbers(0));
    fixture.run(APPEND, numbers(100_000));
    assertNumbers(2 * (ROWS - 45), sum(0) + sum(100_000));
    fixture.run(REPLACE, numbers(100_000));
    assertNumbers(ROWS - 45, sum(100_000));
    assertThat(fixture.datasets().of(RecordingContext.OWNER).rows("d", 1, null).rows())
        .containsExactly(List.of(100_001L, "x"));
  }

  @Test
  void appendingFollowsTheDatasetsColumns() throws Exception {
    fixture.run(REPLACE, fixture.file("one.csv", "a,b\n1.5,x\n"));
    JsonObject swapped = fixture.run(APPEND, fixture.file("two.csv", "b,a\ny,2\n,N/A\n"));
    assertThat(swapped.getInt("rejected")).isEqualTo(1);
    assertThat(DatasetsFixture.ask(fixture.datasets(), "d", Query.ALL))
        .containsExactly(List.of(new BigDecimal("1.5"), "x"), List.of(new BigDecimal("2"), "y"));
    fails(APPEND, fixture.file("three.csv", "a,b,c\n1,2,3\n"), "import-columns-differ");
    fails(APPEND, fixture.file("four.csv", "a\n1\n"), "import-unknown-column");
    fixture.run(
        "{\"dataset\": \"d\", \"mode\": \"append\", \"header\": false}",
        fixture.file("five.csv", "3,z\n"));
    assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d").orElseThrow().rows())
        .isEqualTo(3);
  }

  @Test
  void tooManyBadRowsFailAndLeaveTheDatasetAsItWas() throws Exception {
    fixture.run(REPLACE, fixture.file("good.csv", "a\n1\n"));
    Path bad = fixture.file("bad.csv", "a,b\n" + "1\n".repeat(12) + "1,2\n");
    RecordingContext context = fixture.newJob(bad);
    assertThatThrownBy(() -> fixture.run("{\"dataset\": \"d\", \"maxRejected\": 10}", context))
        .isInstanceOfSatisfying(
            PermanentFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("import-too-many-rejected"));
    assertThat(context.content("rejected.csv").text().lines()).hasSize(12);
    assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d").orElseThrow().columns())
        .hasSize(1);
    assertThat(fixture.datasets().resume(context.id())).isEmpty();
    assertThat(fixture.run("{\"dataset\": \"d\", \"maxRejected\": 12}", bad).getInt("rejected"))
        .isEqualTo(12);
  }

  @Test
  void aQuoteThatIsNeverClosedFailsForGood() throws Exception {
    fails(
        REPLACE,
        fixture.file("open.csv", "a,b\n1,\"x\n" + "1,y\n".repeat(2_000_000)),
        "import-not-csv");
  }

  @Test
  void aRowThatPostgresqlCannotKeepIsLeftOut() throws Exception {
    RecordingContext context =
        fixture.newJob(
            fixture.file("nul.csv", "n,text\n" + "1,a\n".repeat(100_000) + "2,b\0c\n3,\n4\0,d\n"));
    JsonObject result =
        fixture.run(
            "{\"dataset\": \"d\", \"columns\": [{\"name\": \"n\", \"type\": \"integer\"}]}",
            context);
    assertThat(result.getInt("rejected")).isEqualTo(2);
    assertThat(context.content("rejected.csv").text())
        .contains("U+0000 in column 'text'", "2,b␀c")
        .contains("U+0000 in column 'n'", "4␀,d");
    assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d").orElseThrow().rows())
        .isEqualTo(100_001);
  }

  @Test
  void progressGrowsToTheEnd() throws Exception {
    RecordingContext context = fixture.newJob(numbers(0));
    fixture.run(REPLACE, context);
    List<Progress> progress = context.progress();
    assertThat(progress).hasSizeGreaterThan(5);
    assertThat(progress).extracting(Progress::done).isSorted();
    assertThat(progress.get(progress.size() - 1).percent()).isEqualTo(100);
  }

  private void fails(String input, Path file, String code) {
    assertThatThrownBy(() -> fixture.run(input, file))
        .isInstanceOfSatisfying(
            PermanentFailure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private static long sum(int from) {
    long sum = 0;
    for (int i = from; i < from + ROWS; i++) {
      sum += i % 1_000 == 0 ? 0 : i;
    }
    return sum;
  }

  private void assertNumbers(long rows, long sum) throws Exception {
    Query query =
        new Query(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Aggregate(Function.COUNT, null, "rows"),
                new Aggregate(Function.SUM, "n", "sum")),
            List.of(),
            0);
    assertThat(DatasetsFixture.ask(fixture.datasets(), "d", query))
        .containsExactly(List.of(rows, sum));
    assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d").orElseThrow().rows())
        .isEqualTo(rows);
  }
}
