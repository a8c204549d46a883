package dev.accepted.http.faulty;

import dev.accepted.faulty.Twist;
import dev.accepted.http.header.EntityTags;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The changes that can't be told by headers and members alone. */
final class Twists {

  private static final List<String> LEADING =
      List.of(HttpHeaders.LOCATION, "Operation-Location", HttpHeaders.LINK);
  private static final Pattern CANCEL = Pattern.compile(", <[^>]*>; rel=\"cancel\"");
  private static final Pattern DELETE = Pattern.compile("DELETE, |, DELETE");
  private static final Pattern DIGIT = Pattern.compile("\"attempt\":[0-9]");
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String TAG = "\"1\"";
  private static final int HIGH = 95;
  private static final int STEP = 5;

  private Twists() {}

  static void apply(Twist twist, FaultyAnswer answer, Past past, ContainerRequestContext request) {
    switch (twist) {
      case RELATIVE ->
          change(answer, HttpHeaders.LOCATION, url -> url.replaceFirst("^[^/]*//[^/]*", ""));
      case ELSEWHERE -> elsewhere(answer, request.getUriInfo().getBaseUri());
      case COUNTDOWN -> countdown(answer, past.next());
      case ONE_TAG -> oneTag(answer, request);
      case UNQUOTED -> change(answer, HttpHeaders.ETAG, tag -> tag.replace("\"", ""));
      case OTHER_DIGIT -> otherDigit(answer, past.next());
      case CUT ->
          answer.body().ifPresent(text -> answer.body(text.substring(0, text.length() - 1)));
      case NO_CANCEL -> {
        change(answer, HttpHeaders.LINK, link -> CANCEL.matcher(link).replaceAll(""));
        change(answer, HttpHeaders.ALLOW, allow -> DELETE.matcher(allow).replaceAll(""));
      }
    }
  }

  private static void change(FaultyAnswer answer, String header, UnaryOperator<String> by) {
    answer.header(header).ifPresent(value -> answer.set(header, by.apply(value)));
  }

  private static void elsewhere(FaultyAnswer answer, URI base) {
    String other = "localhost".equals(base.getHost()) ? "127.0.0.1" : "localhost";
    String here = "//" + base.getRawAuthority() + '/';
    String there = "//" + other + (base.getPort() < 0 ? "" : ":" + base.getPort()) + '/';
    for (String header : LEADING) {
      change(answer, header, value -> value.replace(here, there));
    }
  }

  private static void countdown(FaultyAnswer answer, int number) {
    int percent = Math.max(0, HIGH - STEP * number);
    answer.merge(JSON.createObjectBuilder().add("percentComplete", percent).build());
    answer
        .body()
        .ifPresent(
            text ->
                answer.set(HttpHeaders.ETAG, EntityTags.of(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static void oneTag(FaultyAnswer answer, ContainerRequestContext request) {
    String had = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (TAG.equals(had)) {
      answer.status(304);
      answer.body("");
    }
    answer.set(HttpHeaders.ETAG, TAG);
  }

  private static void otherDigit(FaultyAnswer answer, int number) {
    answer
        .body()
        .ifPresent(
            text -> answer.body(DIGIT.matcher(text).replaceAll("\"attempt\":" + number % 10)));
  }
}
