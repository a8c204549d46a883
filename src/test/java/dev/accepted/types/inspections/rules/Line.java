package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exchange in the making: an answer of 200 without anything, at first. */
final class Line {

  private final Purpose purpose;
  private String method = "GET";
  private URI url;
  private Headers asked = Headers.NONE;
  private int status = 200;
  private Headers headers = Headers.of("Date", "Sat, 21 Nov 2026 20:41:07 GMT");
  private String body = "";
  private Body.End end = Body.End.COMPLETE;
  private Duration took = Duration.ofMillis(20);
  private Duration after = Duration.ZERO;
  private @Nullable String failure;

  Line(Purpose purpose, String url) {
    this.purpose = purpose;
    this.url = URI.create(url);
  }

  Purpose purpose() {
    return purpose;
  }

  Line by(String newMethod) {
    method = newMethod;
    return this;
  }

  Line at(String newUrl) {
    url = URI.create(newUrl);
    return this;
  }

  Line asking(String name, String value) {
    asked = asked.with(Headers.of(name, value));
    return this;
  }

  Line status(int newStatus) {
    status = newStatus;
    return this;
  }

  Line set(String name, String value) {
    headers = headers.with(Headers.of(name, value));
    return this;
  }

  Line drop(String name) {
    headers = headers.without(name);
    return this;
  }

  Line body(String newBody) {
    body = newBody;
    return this;
  }

  Line json(String newBody) {
    return set("Content-Type", "application/json").body(newBody);
  }

  Line problem(int newStatus) {
    return status(newStatus)
        .set("Content-Type", "application/problem+json")
        .body("{\"title\":\"No\"}");
  }

  Line ending(Body.End newEnd) {
    end = newEnd;
    return this;
  }

  Line taking(Duration time) {
    took = time;
    return this;
  }

  Line later(Duration time) {
    after = time;
    return this;
  }

  Line failing(String word) {
    failure = word;
    return this;
  }

  Exchange made(int index, Instant begin) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Answer answer = new Answer(status, headers, new Body(bytes, bytes.length, end));
    return new Exchange(
        index,
        purpose,
        new Call(method, url, asked, null),
        begin.plus(after),
        took,
        failure == null ? answer : null,
        failure);
  }
}
