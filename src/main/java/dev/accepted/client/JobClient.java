package dev.accepted.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client of one server's jobs. It can be used by several threads, and for any number of jobs at
 * once; one thread of its own keeps them all going, and none waits.
 *
 * <p>What it returns are futures. They fail with {@link UnexpectedAnswer} if the server has
 * answered something that asking again wouldn't change, and with {@link ServerUnavailable} if it
 * has not been available for longer than the client's {@linkplain Builder#patience patience}. Until
 * then, requests that got no answer, or one with 429, 502, 503 or 504, are sent again, when {@code
 * Retry-After} says or with growing pauses. Canceling a future gives up whatever is under way for
 * it, but not the job: that takes {@link #cancel}.
 *
 * <pre>{@code
 * try (JobClient client = JobClient.of(URI.create("http://127.0.0.1:8080/api/"))) {
 *   Submitted job = client.submit("simulations", "{\"duration\":\"PT5S\"}").join();
 *   Outcome outcome = client.follow(job.monitor(), report -> System.out.println(report.json())).join();
 *   if (outcome instanceof Outcome.Succeeded succeeded) {
 *     client.result(succeeded.result(), Path.of("result.json")).join();
 *   }
 * }
 * }</pre>
 */
public final class JobClient implements AutoCloseable {

  private final URI api;
  private final Timing timing;
  private final ScheduledThreadPoolExecutor turns;
  private final Http http;
  private final Map<Object, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

  /** How a client is to be. */
  public static final class Builder {

    private final URI api;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Timing timing = Timing.USUAL;
    private Optional<HttpClient> http = Optional.empty();

    private Builder(URI api) {
      this.api = api;
    }

    /** Sends a header along with each request to the origin of the API, and to no other. */
    public Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Uses that HTTP client, say for a proxy. It must not follow redirects. */
    public Builder http(HttpClient client) {
      if (client.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new IllegalArgumentException(
            "A client that follows redirects hides the result's URL");
      }
      http = Optional.of(client);
      return this;
    }

    /** How long a server may be unavailable before it is given up; usually ten minutes. */
    public Builder patience(Duration patience) {
      timing = timing.withPatience(patience);
      return this;
    }

    Builder timing(Timing other) {
      timing = other;
      return this;
    }

    /** Makes it. */
    public JobClient build() {
      return new JobClient(this);
    }
  }

  private JobClient(Builder wanted) {
    api = wanted.api;
    timing = wanted.timing;
    turns = new ScheduledThreadPoolExecutor(1, JobClient::thread);
    turns.setRemoveOnCancelPolicy(true);
    // HTTP/1.1: where a stream is cut off, others go on.
    HttpClient client =
        wanted.http.orElseGet(
            () ->
                HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(timing.answer())
                    .build());
    http = new Http(client, turns, api, wanted.headers);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "job-client");
    thread.setDaemon(true);
    return thread;
  }

  /** A client of the API at that URL, such as {@code http://127.0.0.1:8080/api/}. */
  public static JobClient of(URI api) {
    return builder(api).build();
  }

  /** A client of the API at that URL, to be adjusted. */
  public static Builder builder(URI api) {
    return new Builder(api.getPath().endsWith("/") ? api : URI.create(api + "/"));
  }

  /**
   * Submits a job.
   *
   * @param collection where to, relative to the API, such as {@code reports}; with options in its
   *     query
   * @param json its input
   */
  public CompletableFuture<Submitted> submit(String collection, String json) {
    return submit(collection, "application/json", BodyPublishers.ofString(json));
  }

  /**
   * Submits a job. The request has an {@code Idempotency-Key}, so that it makes one job however
   * often it has to be sent.
   *
   * @param collection where to, relative to the API, such as {@code imports?dataset=cities}
   * @param mediaType of the body
   * @param body its input, or its file; it must be able to give the same bytes twice
   */
  public CompletableFuture<Submitted> submit(
      String collection, String mediaType, BodyPublisher body) {
    String key = '"' + UUID.randomUUID().toString() + '"';
    return repeating(
        api.resolve(collection),
        uri ->
            request(uri)
                .setHeader("Content-Type", mediaType)
                .setHeader("Idempotency-Key", key)
                .POST(body)
                .build(),
        BoundedText.handler(),
        JobClient::submitted);
  }

  private static Submitted submitted(HttpResponse<String> answer) throws UnexpectedAnswer {
    Optional<URI> monitor =
        Status.header(answer, "Location").or(() -> Status.header(answer, "Operation-Location"));
    if (answer.statusCode() != Status.ACCEPTED || monitor.isEmpty()) {
      throw new UnexpectedAnswer(answer.statusCode(), answer.body());
    }
    return new Submitted(monitor.get(), Report.read(answer.body(), answer.uri()));
  }

  /** Follows a job to its end. */
  public CompletableFuture<Outcome> follow(URI monitor) {
    return follow(monitor, report -> {});
  }

  /**
   * Follows a job to its end.
   *
   * @param listener is told how the job stands, at once and whenever that has changed, by the
   *     client's thread: whatever takes long is to be done elsewhere
   */
  public CompletableFuture<Outcome> follow(URI monitor, Consumer<Report> listener) {
    return kept(new Following(http, timing, monitor, listener).begin());
  }

  /**
   * Fetches a result. The file is there only when it is whole; one of that name is replaced.
   *
   * @param result as {@link Outcome.Succeeded} has it
   * @return the file
   */
  public CompletableFuture<Path> result(URI result, Path file) {
    Download download = Download.to(file);
    CompletableFuture<Path> fetched =
        repeating(result, uri -> request(uri).GET().build(), download.handler(), download::keep);
    fetched.whenComplete((there, failure) -> download.drop());
    return fetched;
  }

  /**
   * Asks a job to stop; one that has finished stays as it is.
   *
   * @return how it stands now
   */
  public CompletableFuture<Report> cancel(URI monitor) {
    URI cancel = monitor.resolve(monitor.getRawPath() + "/cancel");
    return repeating(
        cancel,
        uri -> request(uri).POST(BodyPublishers.noBody()).build(),
        BoundedText.handler(),
        answer -> Report.read(successful(answer).body(), answer.uri()));
  }

  /**
   * Removes a job, result and all.
   *
   * @return false if it was gone already
   */
  public CompletableFuture<Boolean> remove(URI monitor) {
    return repeating(
        monitor, uri -> request(uri).DELETE().build(), BoundedText.handler(), JobClient::removed);
  }

  private static boolean removed(HttpResponse<String> answer) throws UnexpectedAnswer {
    if (Status.isGone(answer.statusCode())) {
      return false;
    }
    successful(answer);
    return true;
  }

  private static HttpResponse<String> successful(HttpResponse<String> answer)
      throws UnexpectedAnswer {
    if (!Status.isSuccess(answer.statusCode())) {
      throw new UnexpectedAnswer(answer.statusCode(), answer.body());
    }
    return answer;
  }

  private HttpRequest.Builder request(URI uri) {
    return http.request(uri).timeout(timing.answer());
  }

  private <T> CompletableFuture<T> repeating(
      URI uri,
      Function<URI, HttpRequest> request,
      HttpResponse.BodyHandler<String> handler,
      Repeating.Answered<T> answered) {
    return kept(new Repeating<>(http, timing, request, handler, answered).begin(uri));
  }

  private <T> CompletableFuture<T> kept(CompletableFuture<T> future) {
    Object key = new Object();
    underWay.put(key, future);
    future.whenComplete((value, failure) -> underWay.remove(key));
    return future;
  }

  /** Gives up what is under way: those futures are canceled. The jobs go on. */
  @Override
  public void close() {
    underWay.values().forEach(future -> future.cancel(true));
    turns.shutdown();
  }
}
