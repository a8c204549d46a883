package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that stands alone and runs nothing. */
class HtmlReportTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=y>";

  @TempDir Path folder;

  private Document page(Object value) throws Exception {
    ColumnType type = value instanceof Long ? ColumnType.INTEGER : ColumnType.TEXT;
    List<Column> columns = List.of(new Column(HOSTILE, type));
    GeneratedRows rows =
        GeneratedRows.of(columns, List.of(List.of(value), Arrays.asList((Object) null)));
    return Jsoup.parse(Written.text(new HtmlReport(folder), HOSTILE, rows));
  }

  @Test
  void allTextIsEscaped() throws Exception {
    Document page = page(HOSTILE);
    assertThat(page.select("script, img, [onerror]")).isEmpty();
    assertThat(page.title()).isEqualTo(HOSTILE);
    assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
    assertThat(page.select("th").text()).isEqualTo(HOSTILE);
    assertThat(page.select("tbody td").first().text()).isEqualTo(HOSTILE);
  }

  @Test
  void nothingIsLoaded() throws Exception {
    Document page = page("x");
    assertThat(page.select("[src], [href], link, iframe, object")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void digitsAreSetApartWithoutCharacters() throws Exception {
    Document page = page(-1234567L);
    assertThat(page.select("td.n").first().html()).isEqualTo("-1<i></i>234<i></i>567");
    assertThat(page.select("td.n").first().text()).isEqualTo("-1234567");
    assertThat(page.select("td.n").last().text()).isEmpty();
  }

  @Test
  void theRowsThatWaitedAreGone() throws Exception {
    page("x");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
