package dev.accepted.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireJsonTest {

  public record Inner(int zebra, @Nullable String apple) {}

  public record Outer(
      String zulu,
      @Nullable Integer none,
      Instant at,
      Duration lasted,
      Inner inner,
      List<Inner> more,
      Map<String, Object> members,
      JsonObject json,
      boolean alpha) {}

  @Test
  void recordsKeepTheirOrderAndLeaveOutNulls() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("second", Instant.parse("2026-11-21T20:41:07.100Z"));
    members.put("first", List.of(new Inner(3, "c")));
    Outer view =
        new Outer(
            "z",
            null,
            Instant.parse("2026-11-21T20:41:07Z"),
            Duration.ofMinutes(90),
            new Inner(1, null),
            List.of(new Inner(2, "b")),
            members,
            Json.createObjectBuilder().add("y", 1).add("x", 2).build(),
            true);

    assertThat(json(view))
        .isEqualTo(
            "{\"zulu\":\"z\",\"at\":\"2026-11-21T20:41:07.000Z\",\"lasted\":\"PT1H30M\","
                + "\"inner\":{\"zebra\":1},\"more\":[{\"zebra\":2,\"apple\":\"b\"}],"
                + "\"members\":{\"second\":\"2026-11-21T20:41:07.100Z\","
                + "\"first\":[{\"zebra\":3,\"apple\":\"c\"}]},"
                + "\"json\":{\"y\":1,\"x\":2},\"alpha\":true}");
  }

  @Test
  void nullsInListsStay() {
    assertThat(json(List.of(Arrays.asList(1L, null, "a")))).isEqualTo("[[1,null,\"a\"]]");
  }

  @Test
  void timesHaveThreeDecimals() {
    assertThat(InstantAdapter.text(Instant.parse("2026-11-21T20:41:07.123456Z")))
        .isEqualTo("2026-11-21T20:41:07.123Z");
  }

  private static String json(Object view) {
    return new String(WireJson.bytes(view), StandardCharsets.UTF_8);
  }
}
