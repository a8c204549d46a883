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
import java.util.Map;
import java.util.Set;

/** The path where jobs of a type are submitted. */
record SubmissionPath(JobDefinition type, PlacedSchema input) {

  private static final String PARAMETERS = "parameters";
  private static final String DESCRIPTION = "description";

  /** They are options of the job; a member of that name can't be given in the query. */
  private static final Set<String> OPTIONS =
      Set.of("priority", "runAt", "timeout", "retain", "maxAttempts", "label", "callback");

  static SubmissionPath of(JobDefinition type) {
    return new SubmissionPath(
        type, new PlacedSchema("input." + type.name(), Fragments.parse(type.schema())));
  }

  /** The path, and the schema that it refers to. */
  JsonObject fragment() {
    return Fragments.merged(
        Fragments.at(operation(), "paths", "/api/" + type.collection(), "post"),
        Fragments.at(input.component(), "components", "schemas", input.name()));
  }

  private JsonObject operation() {
    JsonObject common = Fragments.read("submission");
    JsonArrayBuilder parameters = Json.createArrayBuilder(common.getJsonArray(PARAMETERS));
    Fragments.read("options").getJsonArray(PARAMETERS).forEach(parameters::add);
    if (type.file().rule() != FileRule.NONE) {
      parameters.add(
          Json.createObjectBuilder().add("$ref", "#/components/parameters/ContentDisposition"));
      parameters.add(Json.createObjectBuilder().add("$ref", "#/components/parameters/Upload"));
      members().forEach(parameters::add);
    }
    return Fragments.merged(
        common,
        Json.createObjectBuilder()
            .add("operationId", "submit-" + type.name())
            .add("summary", "Submit: " + type.words().title())
            .add(DESCRIPTION, type.words().description())
            .add(PARAMETERS, parameters)
            .add("requestBody", new SubmissionBody(type, input).description())
            .build());
  }

  /** Where the body is the file, the input's members stand in the query. */
  private JsonArray members() {
    JsonArrayBuilder parameters = Json.createArrayBuilder();
    for (Map.Entry<String, JsonValue> member : input.members().entrySet()) {
      if (!OPTIONS.contains(member.getKey())) {
        parameters.add(parameter(member.getKey(), member.getValue()));
      }
    }
    return parameters.build();
  }

  private JsonObject parameter(String name, JsonValue schema) {
    JsonObject reference = input.reference(name);
    boolean nested =
        schema instanceof JsonObject object
            && Set.of("array", "object").contains(text(object, "type"));
    JsonObjectBuilder parameter =
        Json.createObjectBuilder()
            .add("name", name)
            .add("in", "query")
            .add(
                DESCRIPTION, "Member of the input, only where the body is a file." + words(nested));
    return (nested
            ? parameter.add("content", Fragments.at(reference, "application/json", "schema"))
            : parameter.add("schema", reference))
        .build();
  }

  private static String words(boolean nested) {
    return nested ? " As JSON; a list of plain texts may be comma-separated instead." : "";
  }

  private static String text(JsonObject object, String member) {
    return object.get(member) instanceof JsonString text ? text.getString() : "";
  }
}
