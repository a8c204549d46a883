package dev.accepted.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends requests, and gives those up that take too long. */
final class Http {

  private final HttpClient client;
  private final ScheduledExecutorService turns;
  private final URI api;
  private final Map<String, String> headers;

  /**
   * Of one server.
   *
   * @param turns runs one thing after the other
   * @param headers what is sent along to the origin of the API, and to no other
   */
  Http(HttpClient client, ScheduledExecutorService turns, URI api, Map<String, String> headers) {
    this.client = client;
    this.turns = turns;
    this.api = api;
    this.headers = Map.copyOf(headers);
  }

  /** Runs one thing after the other. */
  ScheduledExecutorService turns() {
    return turns;
  }

  /** Runs that, later. */
  Future<?> later(Duration pause, Runnable then) {
    return turns.schedule(then, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A request to there. */
  HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (sameOrigin(uri, api)) {
      headers.forEach(request::setHeader);
    }
    return request;
  }

  /**
   * Sends it.
   *
   * @param limit how long the answer may take to be complete
   * @param then gets the answer or the failure, in its turn
   * @return cancel it to break the request off
   */
  <T> Future<?> send(
      HttpRequest request,
      BodyHandler<T> handler,
      Duration limit,
      BiConsumer<@Nullable HttpResponse<T>, @Nullable Throwable> then) {
    CompletableFuture<HttpResponse<T>> sent = client.sendAsync(request, handler);
    Future<?> late = later(limit, () -> sent.cancel(true));
    sent.whenCompleteAsync(
        (answer, failure) -> {
          late.cancel(false);
          then.accept(answer, failure);
        },
        turns);
    return sent;
  }

  /** Sends it, however long the answer takes. */
  <T> Future<?> open(
      HttpRequest request,
      BodyHandler<T> handler,
      BiConsumer<@Nullable HttpResponse<T>, @Nullable Throwable> then) {
    CompletableFuture<HttpResponse<T>> sent = client.sendAsync(request, handler);
    sent.whenCompleteAsync(then, turns);
    return sent;
  }

  /** Whether a long poll was one: a server, or a proxy before it, may not know them. */
  static boolean waited(HttpHeaders headers) {
    return headers.allValues("Preference-Applied").stream().anyMatch(Http::namesWait);
  }

  private static boolean namesWait(String applied) {
    return List.of(applied.split("[,;]", -1)).stream()
        .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).startsWith("wait"));
  }

  private static boolean sameOrigin(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getHost(), other.getHost())
        && one.getPort() == other.getPort();
  }
}
