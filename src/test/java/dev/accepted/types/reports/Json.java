package dev.accepted.types.reports;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Input as the server reads it. */
final class Json {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private Json() {}

  static ReportParameters parameters(String json) {
    return JSONB.fromJson(json, ReportParameters.class);
  }
}
