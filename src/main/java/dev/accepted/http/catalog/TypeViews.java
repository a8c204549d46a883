package dev.accepted.http.catalog;

import dev.accepted.config.Settings;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.catalog.TypeView.Limits;
import dev.accepted.http.catalog.TypeView.Links;
import dev.accepted.http.submission.BodyTypes;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes views of job types. */
final class TypeViews {

  private TypeViews() {}

  static TypeView of(
      RegisteredType type, Optional<Instant> pausedSince, Settings settings, Urls urls) {
    JobDefinition definition = type.definition();
    return new TypeView(
        definition.name(),
        definition.collection(),
        definition.words().title(),
        definition.words().description(),
        json(definition.schema()),
        BodyTypes.of(definition).names(),
        definition.file().rule().name().toLowerCase(Locale.ROOT),
        json(definition.words().example()),
        limits(type, settings),
        type.unavailable().isEmpty(),
        type.unavailable().orElse(null),
        pausedSince.orElse(null),
        new Links(urls.type(definition.name()), urls.collection(definition.collection())));
  }

  private static Limits limits(RegisteredType type, Settings settings) {
    JobDefinition definition = type.definition();
    return new Limits(
        settings.maxBodyBytes(),
        definition.file().rule() == FileRule.NONE
            ? null
            : Math.min(definition.file().maxBytes(), settings.maxFileBytes()),
        definition.limits().timeout(),
        definition.limits().retryPolicy().maxAttempts(),
        type.slots());
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
