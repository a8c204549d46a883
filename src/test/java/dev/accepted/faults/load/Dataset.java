package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.http.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.BitSet;

/**
 * Reads an imported table of numbered rows back, page by page: each row has to be there once.
 *
 * @param jobs who reads
 * @param entry the import
 * @param number how many rows there should be
 */
record Dataset(Jobs jobs, Entry entry, int number) {

  void check(Findings findings) throws IOException, InterruptedException {
    String rows = "/api/datasets/" + entry.order().dataset() + "/rows?limit=1000";
    BitSet seen = new BitSet(number);
    for (String page = rows; !page.isEmpty(); ) {
      Answer answer = jobs.get(page);
      if (answer.status() != 200) {
        findings.add(Kind.LOST, "%d: %s", answer.status(), page);
        return;
      }
      JsonObject json = answer.json();
      for (JsonArray row : json.getJsonArray("rows").getValuesAs(JsonArray.class)) {
        see(row, seen, findings);
      }
      page = json.getString("next", "");
    }
    if (seen.cardinality() != number) {
      findings.add(Kind.LOST, "%s has %d rows, not %d", entry.id(), seen.cardinality(), number);
    }
  }

  private void see(JsonArray row, BitSet seen, Findings findings) {
    int id = row.getInt(0);
    if (seen.get(id)) {
      findings.add(Kind.TWICE, "row %s of %s", row, entry.id());
    }
    seen.set(id);
    boolean whole =
        row.getJsonNumber(1).bigDecimalValue().compareTo(new BigDecimal(id / 2 + ".5")) == 0
            && row.getString(3).equals("a, " + id);
    if (!whole) {
      findings.add(Kind.LOST, "row %s of %s is damaged", row, entry.id());
    }
  }
}
