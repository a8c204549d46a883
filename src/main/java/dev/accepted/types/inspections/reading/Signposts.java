package dev.accepted.types.inspections.reading;

import dev.accepted.types.inspections.dialogue.Exchange;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an answer says that something is: in headers, in links, in members of its body. */
public final class Signposts {

  private static final Pattern LINK =
      Pattern.compile("<([^<>]{1,2000})>[^,<]{0,500}?;\\s{0,9}rel=\"?([A-Za-z -]{1,50})\"?");

  /** Where they lie in a body, if not at its top. */
  private static final List<String> AROUND =
      List.of("links", "_links", "urls", "properties", "job", "data", "task");

  private Signposts() {}

  /** The monitor that a header names: the header's name goes with it. */
  public static Optional<Found> monitorInHeaders(Exchange answer) {
    for (String header : List.of("Location", "Operation-Location", "Azure-AsyncOperation")) {
      Optional<URI> url = answer.header(header).flatMap(text -> Urls.resolve(base(answer), text));
      if (url.isPresent()) {
        return Optional.of(new Found(url.get(), header));
      }
    }
    return Stream.of("monitor", "status")
        .flatMap(relation -> link(answer, relation).stream())
        .map(url -> new Found(url, "Link"))
        .findFirst();
  }

  /** The monitor that the body names, or whose id it has. */
  public static Optional<Found> monitorInBody(Exchange answer) {
    List<String> names =
        List.of(
            "statusUrl",
            "status_url",
            "statusUri",
            "status_uri",
            "statusQueryGetUri",
            "monitorUrl",
            "monitor_url",
            "monitor",
            "pollingUrl",
            "polling_url",
            "pollUrl",
            "poll_url",
            "operationUrl",
            "statusLocation",
            "status",
            "self",
            "get",
            "location",
            "url",
            "href");
    return member(answer, names)
        .map(found -> new Found(found.url(), "“" + found.how() + "” in the body"))
        .or(() -> byId(answer));
  }

  private static Optional<Found> byId(Exchange answer) {
    JsonObject body = answer.object().orElse(JsonValue.EMPTY_JSON_OBJECT);
    return Stream.of(
            "jobId", "job_id", "taskId", "task_id", "operationId", "requestId", "request_id", "id")
        .flatMap(name -> text(body.get(name)).stream().map(id -> new String[] {name, id}))
        .filter(named -> named[1].matches("[A-Za-z0-9._~-]{1,200}"))
        .flatMap(
            named ->
                Urls.resolve(base(answer), path(base(answer)) + "/" + named[1]).stream()
                    .map(url -> new Found(url, "“" + named[0] + "” in the body")))
        .findFirst();
  }

  private static String path(URI url) {
    String path = String.valueOf(url.getRawPath());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** The result that an answer of the monitor leads to. */
  public static Optional<URI> result(Exchange answer) {
    boolean redirect = answer.isOf(3);
    Optional<URI> location =
        answer.header("Location").flatMap(text -> Urls.resolve(base(answer), text));
    if (redirect) {
      return location;
    }
    return link(answer, "result")
        .or(
            () ->
                member(
                        answer,
                        List.of(
                            "resourceLocation",
                            "resultUrl",
                            "result_url",
                            "resultUri",
                            "result_uri",
                            "resultLocation",
                            "outputUrl",
                            "output_url",
                            "downloadUrl",
                            "download_url",
                            "download",
                            "result",
                            "output",
                            "response_url",
                            "responseUrl"))
                    .map(Found::url))
        .or(() -> location.filter(url -> !url.equals(answer.call().url())));
  }

  /** True if the body of a monitor has the result in it. */
  public static boolean hasResultInside(Exchange answer) {
    Optional<JsonObject> body = answer.object();
    return body.isEmpty()
        ? answer.hasBody()
        : (Words.word(body.get()).isEmpty() && !body.get().containsKey("done"))
            || Stream.of("result", "results", "output", "outputs", "response", "data", "value")
                .map(body.get()::get)
                .anyMatch(
                    value -> value != null && value.getValueType() != JsonValue.ValueType.NULL);
  }

  /** Where the job is canceled. */
  public static Optional<URI> cancel(Exchange answer) {
    return link(answer, "cancel")
        .or(
            () ->
                member(
                        answer,
                        List.of(
                            "cancel", "cancelUrl", "cancel_url", "cancelUri", "terminatePostUri"))
                    .map(Found::url));
  }

  private static Optional<URI> link(Exchange answer, String relation) {
    for (String line : answer.headers().all("Link")) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        if (List.of(link.group(2).split(" ")).contains(relation)) {
          return Urls.resolve(base(answer), link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> member(Exchange answer, List<String> names) {
    JsonObject body = answer.object().orElse(JsonValue.EMPTY_JSON_OBJECT);
    for (String name : names) {
      Optional<Found> found =
          places(body)
              .flatMap(place -> reference(place, name).stream())
              .flatMap(text -> Urls.resolve(base(answer), text).stream())
              .map(url -> new Found(url, name))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Stream<JsonValue> places(JsonObject body) {
    return Stream.concat(
        Stream.of(body), AROUND.stream().flatMap(name -> Stream.ofNullable(body.get(name))));
  }

  private static Optional<String> reference(JsonValue place, String name) {
    if (place instanceof JsonArray links) {
      return links.stream()
          .filter(link -> link instanceof JsonObject one && name.equals(one.getString("rel", "")))
          .map(link -> link.asJsonObject().getString("href", ""))
          .filter(Signposts::isReference)
          .findFirst();
    }
    JsonValue value = place instanceof JsonObject object ? object.get(name) : null;
    JsonValue inner = value instanceof JsonObject link ? link.get("href") : value;
    return text(inner).filter(Signposts::isReference);
  }

  /** Not any word: a member {@code status} may be both. */
  private static boolean isReference(String text) {
    return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("/");
  }

  private static Optional<String> text(@Nullable JsonValue value) {
    if (value instanceof JsonString text) {
      return Optional.of(text.getString().replace("{text}", "inspection"));
    }
    return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
  }

  private static URI base(Exchange answer) {
    return answer.call().url();
  }

  /**
   * What was found.
   *
   * @param how what named it
   */
  public record Found(URI url, String how) {}
}
