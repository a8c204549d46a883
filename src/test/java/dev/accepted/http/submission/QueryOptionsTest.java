package dev.accepted.http.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryOptionsTest {

  @Test
  void optionsAreToldFromInput() {
    QueryOptions query =
        query(
            Map.of(
                "priority", List.of("9"),
                "label", List.of("a:b:c", "d:"),
                "dataset", List.of("flights")));

    assertThat(query.options().priority()).isEqualTo(9);
    assertThat(query.options().labels()).isEqualTo(Map.of("a", "b:c", "d", ""));
    assertThat(query.others()).containsOnlyKeys("dataset");
    assertThatThrownBy(query::alone).isInstanceOf(Problem.class).hasMessageContaining("dataset");
  }

  @Test
  void labelsHaveNamesAndStandOnce() {
    for (List<String> labels : List.of(List.of("team"), List.of(":ops"), List.of("a:b", "a:c"))) {
      assertThatThrownBy(() -> query(Map.of("label", labels)).options())
          .isInstanceOf(Problem.class);
    }
  }

  @Test
  void aCallbackIsAnUrl() {
    QueryOptions query = query(Map.of("callback", List.of("http://a")));

    assertThat(query.alone().options().callback())
        .isEqualTo(new RequestedCallback("http://a", null, null));
  }

  private static QueryOptions query(Map<String, List<String>> values) {
    return new QueryOptions(new QueryParameters(values));
  }
}
