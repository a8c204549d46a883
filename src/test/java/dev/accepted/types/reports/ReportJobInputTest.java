package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.datasets.Datasets;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.RecordingContext;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at submission, and where it says the fault lies. */
class ReportJobInputTest {

  private static Datasets datasets;
  private static ReportJob job;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    datasets = Vega.load(folder);
    job = new ReportJob(datasets);
  }

  @AfterAll
  static void close() {
    datasets.close();
  }

  private static List<String> pointers(String json, @Nullable InputFile file) {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                job.validate(
                    Json.parameters(json.replace('\'', '"')), file, RecordingContext.OWNER));
    return invalid == null
        ? List.of()
        : invalid.violations().stream().map(Violation::pointer).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dataset {}",
        "/dataset {'dataset': 'nowhere'}",
        "/columns/1 {'dataset': 'weather', 'columns': ['date', 'nothing']}",
        "/columns/1 {'dataset': 'weather', 'columns': ['date', 'date']}",
        "/columns/0 {'dataset': 'weather', 'columns': ['date'], 'groupBy': ['weather']}",
        "/groupBy/0 {'dataset': 'weather', 'groupBy': ['nothing']}",
        "/sort/0/column {'dataset': 'weather', 'sort': [{'column': 'nothing'}]}",
        "/sort/0/column {'dataset': 'weather', 'groupBy': ['weather'], 'sort': [{'column': 'date'}]}",
        "/filters/0/column {'dataset': 'weather', 'filters': [{'column': 'no', 'op': 'isNull'}]}",
        "/filters/0/value {'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'eq'}]}",
        "/filters/0/value {'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'eq', 'value': [1, 2]}]}",
        "/filters/0/value {'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'between', 'value': 1}]}",
        "/filters/0/value {'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'gt', 'value': 'x'}]}",
        "/filters/0/value {'dataset': 'weather', 'filters': [{'column': 'date', 'op': 'gt', 'value': 'x'}]}",
        "/filters/0/op {'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'contains', 'value': '1'}]}",
        "/aggregates/0 {'dataset': 'weather', 'aggregates': [{'fn': 'sum'}]}",
        "/aggregates/0/column {'dataset': 'weather', 'aggregates': [{'fn': 'sum', 'column': 'weather'}]}",
        "/aggregates/1 {'dataset': 'weather', 'aggregates': [{'fn': 'count'}, {'fn': 'count'}]}",
        "/chart/x {'dataset': 'weather', 'chart': {'kind': 'bar', 'x': 'nothing', 'y': 'wind'}}",
        "/chart/x {'dataset': 'weather', 'chart': {'kind': 'scatter', 'x': 'weather', 'y': 'wind'}}",
        "/chart/y {'dataset': 'weather', 'chart': {'kind': 'bar', 'x': 'date', 'y': 'weather'}}",
        "/chart/y {'dataset': 'weather', 'columns': ['date'], 'chart': {'kind': 'bar', 'x': 'date', 'y': 'wind'}}",
      })
  void faultsAreFound(String pointerAndInput) {
    int space = pointerAndInput.indexOf(' ');
    assertThat(pointers(pointerAndInput.substring(space + 1), null))
        .containsExactly(pointerAndInput.substring(0, space));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'dataset': 'weather'}",
        "{'dataset': 'weather', 'filters': [{'column': 'date', 'op': 'isNull', 'value': true}]}",
        "{'dataset': 'weather', 'filters': [{'column': 'date', 'op': 'ge', 'value': '2013-01-01'}]}",
        "{'dataset': 'weather', 'filters': [{'column': 'wind', 'op': 'in', 'value': ['1.5', 2]}]}",
        "{'dataset': 'weather', 'columns': ['date'], 'sort': [{'column': 'wind'}]}",
        "{'dataset': 'weather', 'chart': {'kind': 'line', 'x': 'date', 'y': 'wind'}}",
      })
  void goodInputPasses(String input) {
    assertThat(pointers(input, null)).isEmpty();
  }

  @Test
  void aFileIsCheckedByItsNames() {
    InputFile file = RecordingContext.inputFile(Vega.file("stocks.csv"), "text/csv");
    assertThat(pointers("{'groupBy': ['symbol']}", file)).isEmpty();
    assertThat(pointers("{'groupBy': ['symbols']}", file)).containsExactly("/groupBy/0");
    assertThat(pointers("{'dataset': 'weather'}", file)).containsExactly("/dataset");
  }

  @Test
  void theSchemaTakesTheExampleAndNoStrangers() {
    Validator validator = new ValidatorFactory().createValidator();
    var schema = validator.registerSchema(job.definition().schema());
    assertThat(validator.validate(schema, job.definition().words().example()).isValid()).isTrue();
    assertThat(validator.validate(schema, "{}").isValid()).isTrue();
    assertThat(validator.validate(schema, "{\"sql\": \"select 1\"}").isValid()).isFalse();
    assertThat(validator.validate(schema, "{\"format\": \"doc\"}").isValid()).isFalse();
    assertThat(validator.validate(schema, "{\"limit\": 0}").isValid()).isFalse();
    String nested = "{\"filters\": [{\"column\": \"a\", \"op\": \"in\", \"value\": [[1]]}]}";
    assertThat(validator.validate(schema, nested).isValid()).isFalse();
  }
}
