package dev.accepted.types.inspections.report;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Rule;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;

/**
 * The report for programs: grade, style, findings, and all exchanges, bodies in excerpts; and
 * {@code cutShort}, why it ended, where it did so before it had seen all.
 */
public final class JsonReport {

  /** Its media type. */
  public static final String MEDIA_TYPE = "application/json";

  private static final JsonProvider JSON = JsonProvider.provider();

  private final Inspected inspected;
  private final Redaction redaction;

  public JsonReport(Inspected inspected) {
    this.inspected = inspected;
    this.redaction = inspected.redaction();
  }

  /** Writes it, and closes the stream. */
  public void write(OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject()
          .write("grade", inspected.grade().name())
          .write("style", inspected.transcript().places().style());
      String cutShort = inspected.transcript().cutShort();
      if (cutShort != null) {
        json.write("cutShort", cutShort);
      }
      json.writeStartArray("findings");
      inspected.findings().forEach(finding -> finding(json, finding));
      json.writeEnd().writeStartArray("exchanges");
      inspected.transcript().exchanges().forEach(exchange -> exchange(json, exchange));
      json.writeEnd().writeEnd();
    }
  }

  private static void finding(JsonGenerator json, Finding finding) {
    Rule rule = finding.rule();
    json.writeStartObject()
        .write("id", rule.id())
        .write("severity", rule.severity().wireName())
        .write("title", rule.title())
        .write("detail", rule.detail())
        .write("reference", rule.reference())
        .write("remedy", rule.remedy())
        .writeStartArray("exchanges");
    finding.exchanges().forEach(json::write);
    json.writeEnd().writeEnd();
  }

  private void exchange(JsonGenerator json, Exchange exchange) {
    json.writeStartObject()
        .write("index", exchange.index())
        .write("purpose", exchange.purpose().wireName())
        .write("at", exchange.at().toString())
        .write("milliseconds", exchange.took().toMillis())
        .writeStartObject("request")
        .write("method", exchange.call().method())
        .write("url", redaction.text(exchange.call().url().toString()));
    headers(json, exchange.call().headers());
    if (exchange.call().body() != null) {
      json.write("body", Excerpt.of(redaction.text(exchange.call().body())));
    }
    json.writeEnd();
    if (exchange.answer() != null) {
      answer(json, exchange.answer());
    }
    if (exchange.failure() != null) {
      json.write("failure", exchange.failure());
    }
    json.writeEnd();
  }

  private void answer(JsonGenerator json, Answer answer) {
    json.writeStartObject("answer").write("status", answer.status());
    headers(json, answer.headers());
    json.write("length", answer.body().length());
    if (!answer.body().isEmpty()) {
      json.write("body", Excerpt.of(redaction.text(answer.body().text())));
    }
    json.writeEnd();
  }

  private void headers(JsonGenerator json, Headers headers) {
    json.writeStartArray("headers");
    headers
        .lines()
        .forEach(
            line ->
                json.writeStartObject()
                    .write("name", line.name())
                    .write("value", redaction.value(line))
                    .writeEnd());
    json.writeEnd();
  }
}
