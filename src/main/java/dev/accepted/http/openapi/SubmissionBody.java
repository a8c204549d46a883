package dev.accepted.http.openapi;

import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The forms in which a job type's input comes. */
record SubmissionBody(JobDefinition type, PlacedSchema input) {

  private static final String REQUIRED = "required";
  private static final String FILE = "file";

  /** The request's body, by media type. */
  JsonObject description() {
    JsonObjectBuilder content = Json.createObjectBuilder();
    // JSON is taken by all types, but those that need a file can do nothing with it.
    if (type.file().rule() != FileRule.REQUIRED) {
      content.add(
          "application/json",
          Json.createObjectBuilder()
              .add("schema", input.reference())
              .add("example", Fragments.parse(type.words().example())));
    }
    content.add("multipart/form-data", form());
    type.file().accepts().forEach(name -> content.add(name, JsonValue.EMPTY_JSON_OBJECT));
    // A file may be an upload that the query names.
    boolean required = type.file().rule() == FileRule.NONE;
    return Json.createObjectBuilder().add(REQUIRED, required).add("content", content).build();
  }

  private JsonObject form() {
    JsonObjectBuilder fields = Json.createObjectBuilder();
    input.members().keySet().forEach(name -> fields.add(name, input.reference(name)));
    JsonArrayBuilder required = Json.createArrayBuilder();
    if (input.schema().get(REQUIRED) instanceof JsonArray names) {
      names.getValuesAs(JsonString.class).forEach(required::add);
    }
    JsonObjectBuilder encoding = Json.createObjectBuilder();
    if (type.file().rule() != FileRule.NONE) {
      fields.add(FILE, Json.createObjectBuilder().add("description", "The file."));
      encoding.add(
          FILE,
          Json.createObjectBuilder().add("contentType", String.join(", ", type.file().accepts())));
    }
    if (type.file().rule() == FileRule.REQUIRED) {
      required.add(FILE);
    }
    return Json.createObjectBuilder()
        .add(
            "schema",
            Json.createObjectBuilder()
                .add("type", "object")
                .add(REQUIRED, required)
                .add("properties", fields)
                .add("additionalProperties", false))
        .add("encoding", encoding)
        .build();
  }
}
