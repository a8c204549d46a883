package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every operation of the served OpenAPI description, on what one tenant has, by everybody else:
 * nothing is told, not even that it is there, and nothing is changed.
 */
@Timeout(240)
class WalkIT extends BelongingsFixture {

  /** A table of one's own may have had the same name, as the audit log then says. */
  private static final String NAMESAKE = "\"subject\":\"" + Belongings.DATASET + '"';

  private static List<Operation> operations;

  @BeforeAll
  static void readTheDescription() {
    operations = Operation.of(tenants.nobody.get("/openapi").json());
  }

  @Test
  void whatIsAnothersIsAnsweredLikeWhatNeverWas() {
    String before = belongings.standing();
    int walked = 0;
    for (Person stranger : tenants.strangers()) {
      for (Operation operation : operations.stream().filter(Operation::isAboutOne).toList()) {
        for (String path : belongings.paths(operation.path())) {
          Answer answer = operation.by(stranger, path);
          assertThat(answer.status())
              .as("%s by %s", path, stranger)
              .isEqualTo(isRefused(path, stranger) ? 403 : 404);
          assertTellsNothing(answer, path);
          String never = neverWas(path);
          assertThat(said(answer, path))
              .as("%s %s by %s", operation.method(), path, stranger)
              .isEqualTo(said(operation.by(stranger, never), never));
          walked++;
        }
      }
    }
    assertThat(belongings.standing()).isEqualTo(before);
    assertThat(walked).isGreaterThan(400);
  }

  @Test
  void whoIsNotKnownIsToldNothingElse() {
    String before = belongings.standing();
    for (Person unknown : List.of(tenants.nobody, tenants.liar)) {
      for (Operation operation : operations.stream().filter(Operation::isAboutOne).toList()) {
        for (String path : belongings.paths(operation.path())) {
          Answer answer = operation.by(unknown, path);
          assertThat(answer.status()).as("%s by %s", path, unknown).isEqualTo(401);
          assertTellsNothing(answer, path);
        }
      }
      for (Operation operation : operations.stream().filter(Operation::isAboutMany).toList()) {
        Answer answer = operation.by(unknown, operation.path());
        boolean open =
            List.of("/api/problems", "/api/status", "/api/faulty").contains(operation.path());
        assertThat(answer.status()).as("%s by %s", operation, unknown).isEqualTo(open ? 200 : 401);
        assertTellsNothing(answer, "");
      }
    }
    assertThat(belongings.standing()).isEqualTo(before);
  }

  @Test
  void listsHaveNothingOfAnothers() {
    for (Person stranger : tenants.strangers()) {
      String own = stranger.simulate("{\"duration\":\"PT0S\"}", "").replaceAll(".*/", "");
      for (Operation operation : operations.stream().filter(Operation::isAboutMany).toList()) {
        Answer answer = operation.by(stranger, operation.path());
        assertThat(answer.status()).as("%s by %s", operation, stranger).isLessThan(500);
        assertTellsNothing(answer, "");
      }
      for (String query : List.of("", "&q=" + TwoTenants.MARK, "&label=team:" + TwoTenants.MARK)) {
        Answer list = stranger.get("/api/jobs?limit=500" + query);
        assertThat(ids(list).anyMatch(own::equals)).isEqualTo(query.isEmpty());
        assertTellsNothing(list, "");
      }
    }
  }

  /** This walk is of use only if it sees what somebody can see. */
  @Test
  void theOwnerHasAllOfIt() {
    for (Operation operation : operations.stream().filter(Operation::isAboutOne).toList()) {
      for (String path : belongings.paths(operation.path())) {
        boolean read = operation.method().equals("GET") && !path.endsWith("/events");
        if (read && !isForAdmins(path)) {
          int status = tenants.ann.get(path).status();
          boolean gone = path.contains(belongings.id("removed"));
          assertThat(status == 404).as("%s: %d", path, status).isEqualTo(gone || noFile(path));
        }
      }
    }
    assertThat(tenants.ann.get("/api/jobs").text()).contains(belongings.id("scheduled"));
    assertThat(tenants.ann.get(belongings.job("imported") + "/files").text())
        .contains(Belongings.FILE);
  }

  /** The one who has a say over the other tenant has none over the server. */
  private static boolean isRefused(String path, Person stranger) {
    return isForAdmins(path)
        && (!stranger.equals(tenants.boss) || path.startsWith("/api/admin/offenders"));
  }

  private static boolean isForAdmins(String path) {
    return path.startsWith("/api/admin/");
  }

  private static boolean noFile(String path) {
    return (path.contains("/files/") || path.endsWith("/input/file"))
        && !path.contains(belongings.id("imported"))
        && !path.contains(belongings.id("expired"));
  }

  @Test
  void aPathThatItKnowsNothingForStopsIt() {
    assertThatThrownBy(() -> belongings.paths("/api/nests/{nest}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/api/nests/{nest}");
    assertThatThrownBy(() -> belongings.paths("/api/jobs/{id}/eggs/{egg}"))
        .isInstanceOf(AssertionError.class);
  }

  private static Stream<String> ids(Answer list) {
    return list.json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
        .map(job -> job.getString("id"));
  }

  /** The same path to something that never was, whose name is as long. */
  private static String neverWas(String path) {
    String never = path.replace(Belongings.DATASET, "x".repeat(Belongings.DATASET.length()));
    for (String secret : belongings.secrets()) {
      String id =
          secret.length() == 36
              ? "019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f"
              : "x".repeat(secret.length());
      never = never.replace(secret, id);
    }
    assertThat(never).isNotEqualTo(path);
    return never;
  }

  /** All that an answer says, but for the time and the path that was sent. */
  private static String said(Answer answer, String path) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    // Payara ends a connection after so many requests.
    headers.remove("Connection");
    return answer.status() + "\n" + headers + "\n" + answer.text().replace(path, "");
  }

  /** Apart from the path, which the client has sent. */
  private static void assertTellsNothing(Answer answer, String path) {
    String all = answer.headers().map() + answer.text().replace(NAMESAKE, "");
    String told = path.isEmpty() ? all : all.replace(path, "");
    assertThat(told).doesNotContain(belongings.secrets());
  }
}
