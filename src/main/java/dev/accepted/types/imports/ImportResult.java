package dev.accepted.types.imports;

import dev.accepted.datasets.LoadSummary;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The result of an import: what was loaded, as JSON. */
final class ImportResult {

  private ImportResult() {}

  static void write(LoadSummary summary, OutputStream out) throws IOException {
    JsonArrayBuilder columns = Json.createArrayBuilder();
    summary
        .columns()
        .forEach(
            column ->
                columns.add(
                    Json.createObjectBuilder()
                        .add("name", column.name())
                        .add("type", column.type().wireName())));
    JsonObject result =
        Json.createObjectBuilder()
            .add("dataset", summary.dataset())
            .add("rows", summary.rows())
            .add("rejected", summary.rejected())
            .add("columns", columns)
            .build();
    out.write(result.toString().getBytes(StandardCharsets.UTF_8));
  }
}
