package dev.accepted.http.openapi;

import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;

/** Submission by an envelope that names one of the job types. */
record EnvelopePath(Collection<JobDefinition> types) {

  JsonObject fragment() {
    JsonObject operation =
        Fragments.merged(Fragments.read("submission"), Fragments.read("envelope"));
    JsonObject examples =
        Fragments.at(examples(), "requestBody", "content", "application/json", "examples");
    return Fragments.merged(
        Fragments.at(Fragments.merged(operation, examples), "paths", "/api/jobs", "post"),
        Fragments.at(names(), "components", "schemas", "Envelope", "properties", "type"));
  }

  private JsonObject names() {
    JsonArrayBuilder names = Json.createArrayBuilder();
    types.forEach(type -> names.add(type.name()));
    return Json.createObjectBuilder().add("enum", names).build();
  }

  private JsonObject examples() {
    JsonObjectBuilder examples = Json.createObjectBuilder();
    for (JobDefinition type : types) {
      if (type.file().rule() != FileRule.REQUIRED) {
        JsonObject envelope =
            Json.createObjectBuilder()
                .add("type", type.name())
                .add("input", Fragments.parse(type.words().example()))
                .add("priority", 7)
                .build();
        examples.add(type.name(), Fragments.at(envelope, "value"));
      }
    }
    return examples.build();
  }
}
