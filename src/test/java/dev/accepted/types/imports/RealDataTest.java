package dev.accepted.types.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tables, compared with a plain computation over the same files. */
class RealDataTest {

  private static ImportFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture = new ImportFixture(folder);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airports.csv        | 3376  | text text text text text decimal decimal",
        "birdstrikes.csv     | 10000 | text text text date text text text text text text integer integer integer integer",
        "flights-airport.csv | 5366  | text text integer",
        "github.csv          | 955   | timestamp integer",
        "seattle-weather.csv | 1461  | date decimal decimal decimal decimal text",
        "seattle-weather-hourly-normals.csv | 8759 | timestamp decimal decimal decimal",
        "sp500.csv           | 123   | date decimal",
        "stocks.csv          | 560   | text date decimal",
        "unemployment.tsv    | 3218  | integer decimal",
      })
  void findsRowsAndTypes(String file, int rows, String types) throws Exception {
    JsonObject result = load(file);
    assertThat(result.getInt("rows")).isEqualTo(rows);
    assertThat(result.getInt("rejected")).isZero();
    assertThat(
            result.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
                .map(column -> column.getString("type"))
                .collect(Collectors.joining(" ")))
        .isEqualTo(types);
  }

  @ParameterizedTest
  @CsvSource({
    "birdstrikes.csv, Phase of flight, Cost Total $",
    "seattle-weather.csv, weather, temp_max",
    "flights-airport.csv, origin, count",
    "stocks.csv, symbol, price"
  })
  void groupsAsPlainComputationDoes(String file, String key, String value) throws Exception {
    load(file);
    Map<String, DoubleSummaryStatistics> expected = new TreeMap<>();
    for (NamedCsvRecord row : records(file)) {
      DoubleSummaryStatistics group =
          expected.computeIfAbsent(row.getField(key), absent -> new DoubleSummaryStatistics());
      if (!row.getField(value).isEmpty()) {
        group.accept(Double.parseDouble(row.getField(value)));
      }
    }
    List<List<@Nullable Object>> found = ask(key, value, Function.values());
    assertThat(found).hasSize(expected.size()).hasSizeGreaterThan(3);
    for (List<@Nullable Object> group : found) {
      DoubleSummaryStatistics same =
          expected.get(Objects.requireNonNullElse(group.get(0), "").toString());
      assertThat(group.get(1)).isEqualTo(same.getCount());
      assertClose(group.get(2), same.getSum());
      assertClose(group.get(3), same.getAverage());
      assertClose(group.get(4), same.getMin());
      assertClose(group.get(5), same.getMax());
    }
  }

  @Test
  void findsMedians() throws Exception {
    load("seattle-weather.csv");
    for (List<@Nullable Object> group : ask("weather", "wind", Function.MEDIAN)) {
      double[] sorted =
          records("seattle-weather.csv").stream()
              .filter(row -> row.getField("weather").equals(group.get(0)))
              .mapToDouble(row -> Double.parseDouble(row.getField("wind")))
              .sorted()
              .toArray();
      double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
      assertClose(group.get(1), middle);
    }
  }

  @Test
  void keepsEveryValue() throws Exception {
    load("stocks.csv");
    assertThat(DatasetsFixture.ask(fixture.datasets(), "real", Query.ALL).get(0))
        .containsExactly("MSFT", LocalDate.of(2000, 1, 1), new BigDecimal("39.81"));
    load("github.csv");
    assertThat(DatasetsFixture.ask(fixture.datasets(), "real", Query.ALL).get(0))
        .containsExactly(LocalDateTime.of(2015, 1, 1, 1, 0), 2L);
    load("airports.csv");
    List<List<@Nullable Object>> airports =
        DatasetsFixture.ask(fixture.datasets(), "real", Query.ALL);
    List<NamedCsvRecord> records = records("airports.csv");
    for (int i = 0; i < records.size(); i++) {
      String name = records.get(i).getField("name");
      assertThat(airports.get(i).get(1)).isEqualTo(name.isEmpty() ? null : name);
    }
  }

  private static void assertClose(@Nullable Object found, double expected) {
    assertThat(Double.parseDouble(String.valueOf(found)))
        .isCloseTo(expected, within(Math.abs(expected) * 1e-9));
  }

  private static List<List<@Nullable Object>> ask(String key, String value, Function... functions)
      throws Exception {
    List<Aggregate> aggregates =
        Arrays.stream(functions)
            .map(function -> new Aggregate(function, value, function.wireName()))
            .toList();
    return DatasetsFixture.ask(
        fixture.datasets(),
        "real",
        new Query(List.of(), List.of(), List.of(key), aggregates, List.of(), 0));
  }

  private static JsonObject load(String file) throws Exception {
    return fixture.run("{\"dataset\": \"real\"}", path(file));
  }

  private static List<NamedCsvRecord> records(String file) throws Exception {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path(file))) {
      return reader.stream().toList();
    }
  }

  private static Path path(String file) throws Exception {
    return Path.of(
        Objects.requireNonNull(RealDataTest.class.getResource("/vega/" + file), file).toURI());
  }
}
