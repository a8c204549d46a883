package dev.accepted.types.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.Query;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.RecordingContext;
import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How files may be written. */
class ImportFormatsTest {

  private static final String INPUT = "{\"dataset\": \"d\"}";

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
  @ValueSource(
      strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "UTF-32"})
  void findsTheCharsetOut(String charset) throws Exception {
    StringBuilder text = new StringBuilder("Ort,Größe\n");
    for (int i = 0; i < 50; i++) {
      text.append("Düsseldorf über Köln,").append(i).append("\nÀ côté d'Orléans,").append(i);
      text.append('\n');
    }
    Charset encoding = Charset.forName(charset);
    // Java's UTF-32 writes no mark; nothing else would tell it.
    String marked = charset.equals("UTF-32") ? "\ufeff" + text : text.toString();
    JsonObject result = fixture.run(INPUT, fixture.file("charset.csv", marked, encoding));
    assertThat(columns(result)).isEqualTo("Ort:text Größe:integer");
    assertThat(rows().get(0)).containsExactly("Düsseldorf über Köln", 0L);
    assertThat(rows().get(99)).containsExactly("À côté d'Orléans", 49L);
  }

  @Test
  void readsTheMarkOfUtf8AndWhatFollowsLongAscii() throws Exception {
    JsonObject marked = fixture.run(INPUT, fixture.file("bom.csv", "\ufeffa,b\nx,1\n"));
    assertThat(columns(marked)).isEqualTo("a:text b:integer");
    String late = "a,b\n" + "plain,1\n".repeat(20_000) + "Zoë,2\n";
    fixture.run(INPUT, fixture.file("late.csv", late));
    assertThat(rows().get(20_000)).containsExactly("Zoë", 2L);
    fixture.run(INPUT, fixture.file("late.csv", late, StandardCharsets.ISO_8859_1));
    assertThat(rows().get(20_000)).containsExactly("Zoë", 2L);
  }

  @Test
  void aGivenCharsetIsTaken() throws Exception {
    Path file = fixture.file("koi.csv", "a\nпривет\n", Charset.forName("KOI8-R"));
    fixture.run("{\"dataset\": \"d\", \"charset\": \"koi8-r\"}", file);
    assertThat(rows()).containsExactly(List.of("привет"));
    refused("{\"dataset\": \"d\", \"charset\": \"UTF-8\"}", file, "/charset");
    refused("{\"dataset\": \"d\", \"charset\": \"klingon\"}", file, "/charset");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparatorOut(String separator) throws Exception {
    List<List<String>> records =
        List.of(
            List.of("name", "amount", "note"),
            List.of("Smith; John, the | first", "12", "a\tb"),
            List.of("Two\nlines", "13", "say \"hi\", you; there"));
    StringBuilder written = new StringBuilder();
    for (List<String> row : records) {
      written.append(
          String.join(
              separator,
              row.stream().map(field -> '"' + field.replace("\"", "\"\"") + '"').toList()));
      written.append("\r\n");
    }
    fixture.run(INPUT, fixture.file("separator.csv", written.toString()));
    assertThat(rows())
        .containsExactly(
            List.of("Smith; John, the | first", 12L, "a\tb"),
            List.of("Two\nlines", 13L, "say \"hi\", you; there"));
  }

  @Test
  void textFullOfCommasIsStillSeparatedBySemicolons() throws Exception {
    JsonObject result =
        fixture.run(INPUT, fixture.file("semi.csv", "a;b\n1,5;x, y, z\n2,5;x, y\n\n3,5;\"q;r\"\n"));
    assertThat(columns(result)).isEqualTo("a:text b:text");
    assertThat(rows()).hasSize(3).contains(List.of("3,5", "q;r"));
  }

  @Test
  void keepsRowsThatDoNotFitWithTheirLines() throws Exception {
    RecordingContext context =
        fixture.newJob(
            fixture.file(
                "ragged.csv", "a,b\n1,2\n3\n=1+1,2,3\n\n\"x\ny\",\"z\",\"q\"\"q\"\n4,5\n"));
    JsonObject result = fixture.run(INPUT, context);
    assertThat(result.getInt("rows")).isEqualTo(2);
    assertThat(result.getInt("rejected")).isEqualTo(3);
    assertThat(context.content("rejected.csv").text())
        .isEqualToNormalizingNewlines(
            "\"line\",\"reason\",\"raw\"\n"
                + "\"3\",\"number of fields: 1 instead of 2\",\"3\"\n"
                + "\"4\",\"number of fields: 3 instead of 2\",\"'=1+1,2,3\"\n"
                + "\"6\",\"number of fields: 3 instead of 2\",\"\"\"x\ny\"\",\"\"z\"\",\"\"q\"\"\"\"q\"\"\"\n");
    assertThat(context.log()).anyMatch(line -> line.contains("line 3 left out"));
  }

  @Test
  void makesNamesUnique() throws Exception {
    JsonObject result =
        fixture.run(INPUT, fixture.file("names.csv", "a,a,, a ,a_2,\"b\nc\"\n1,2,3,4,5,6\n"));
    assertThat(columns(result).replaceAll(":integer", "")).isEqualTo("a a_3 column3 a_4 a_2 b c");
  }

  @Test
  void readsFilesWithoutAHeader() throws Exception {
    Path file = fixture.file("bare.csv", "1,x\n2,y\n");
    JsonObject numbered = fixture.run("{\"dataset\": \"d\", \"header\": false}", file);
    assertThat(columns(numbered)).isEqualTo("column1:integer column2:text");
    assertThat(rows()).hasSize(2);
    JsonObject named =
        fixture.run(
            "{\"dataset\": \"d\", \"header\": false, \"columns\":"
                + " [{\"name\": \"id\", \"type\": \"decimal\"}, {\"name\": \"what\"}]}",
            file);
    assertThat(columns(named)).isEqualTo("id:decimal what:text");
    refused(
        "{\"dataset\": \"d\", \"header\": false, \"columns\": [{\"name\": \"id\"}]}",
        file,
        "/columns");
  }

  @Test
  void aHeaderAloneIsAnEmptyDataset() throws Exception {
    JsonObject result = fixture.run(INPUT, fixture.file("header.csv", "a,b\n"));
    assertThat(result.getInt("rows")).isZero();
    assertThat(columns(result)).isEqualTo("a:text b:text");
  }

  @Test
  void declaredTypesRejectWhatDoesNotFit() throws Exception {
    RecordingContext context =
        fixture.newJob(fixture.file("typed.csv", "id,n\n007,1\n008,N/A\n009,\n"));
    JsonObject result =
        fixture.run(
            "{\"dataset\": \"d\", \"columns\": [{\"name\": \"n\", \"type\": \"integer\"}]}",
            context);
    assertThat(result.getInt("rejected")).isEqualTo(1);
    assertThat(rows()).containsExactly(List.of("007", 1L), Arrays.asList("009", null));
    assertThat(context.content("rejected.csv").text()).contains("'N/A' in column 'n'");
  }

  @Test
  void refusesWhatIsNoCsv() throws Exception {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    Path binary = Files.write(fixture.file("noise.csv", ""), noise);
    refused(INPUT, binary, "/file");
    refused(INPUT, fixture.file("empty.csv", ""), "/file");
    refused(INPUT, fixture.file("blank.csv", "\n\n\n"), "/file");
    refused(INPUT, fixture.file("zip.csv", "PK\u0003\u0004"), "/file");
    refused(INPUT, fixture.file("nul.csv", "a,b\n1,\u0000\n"), "/file");
    refused(
        "{\"dataset\": \"d\", \"columns\": [{\"name\": \"x\"}]}",
        fixture.file("x.csv", "a\n1\n"),
        "/columns");
  }

  private static void refused(String input, Path file, String pointer) {
    assertThatThrownBy(() -> fixture.run(input, file))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid -> assertThat(invalid.violations().get(0).pointer()).isEqualTo(pointer));
  }

  private static List<List<@Nullable Object>> rows() throws Exception {
    return DatasetsFixture.ask(fixture.datasets(), "d", Query.ALL);
  }

  private static String columns(JsonObject result) {
    return String.join(
        " ",
        result.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
            .map(column -> column.getString("name") + ":" + column.getString("type"))
            .toList());
  }
}
