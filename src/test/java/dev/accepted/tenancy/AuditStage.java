package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What tests of the audit log do, and read there. */
final class AuditStage {

  static final String AUDIT = "/api/admin/audit";
  static final String TENANT = TwoTenants.MARK;
  static final String ANN = TENANT + "/key:ann";
  static final String ABE = TENANT + "/key:abe";

  private AuditStage() {}

  static List<JsonObject> entries(Person who, String query) {
    Answer answer = who.get(AUDIT + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  /** What was done to one thing, oldest first. */
  static List<String> told(Person who, String subject) {
    List<String> told = new ArrayList<>();
    for (JsonObject entry : entries(who, "?subject=" + subject)) {
      told.add(0, entry.getString("act") + " by " + entry.getString("actor"));
    }
    return told;
  }

  static void assertDone(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  static String waiting(Person who) {
    return who.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
  }

  static String id(String path) {
    return path.replaceAll(".*/", "");
  }
}
