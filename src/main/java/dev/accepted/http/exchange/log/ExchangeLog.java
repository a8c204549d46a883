package dev.accepted.http.exchange.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Takes down what is said about jobs, on this node and since it started. Where there are so many
 * that the oldest must be forgotten, it says so: nothing that was said is then taken for nothing.
 */
@ApplicationScoped
public class ExchangeLog {

  /** Room for some twenty thousand jobs that were submitted, or ten thousand often polled. */
  private static final long MOST_BYTES = 32L << 20;

  private final Clock clock;
  private final Cache<JobId, Conversation> conversations;
  private volatile Instant since;

  /** For the container's proxy. */
  ExchangeLog() {
    this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 0);
  }

  @Inject
  ExchangeLog(Clock clock) {
    this(clock, MOST_BYTES);
  }

  ExchangeLog(Clock clock, long mostBytes) {
    this.clock = clock;
    this.since = clock.instant();
    this.conversations =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(mostBytes)
            .weigher((JobId job, Conversation said) -> said.weight())
            .evictionListener((job, said, cause) -> forgotten())
            .build();
  }

  /** There from the start, so that it can tell since when. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {}

  /**
   * A submission whose body has been read. To be called on the request's own thread.
   *
   * @param visitor who submits; empty where nobody is counted
   */
  public OpenSubmission submission(Exchange exchange, Optional<Visitor> visitor) {
    String path = exchange.uri().getPath();
    String whole = path.startsWith("/") ? "/api" + path : "/api/" + path;
    return new OpenSubmission(this, client(exchange, visitor), whole, clock.millis());
  }

  /**
   * A poll that has come. To be called on the request's own thread.
   *
   * @param visitor who asks; empty where nobody is counted
   */
  public OpenPoll poll(
      Exchange exchange,
      Optional<Visitor> visitor,
      JobId job,
      Question.Resource resource,
      Question.Kind kind) {
    Question asked = Question.of(resource, kind, exchange.isHead());
    return new OpenPoll(this, job, client(exchange, visitor), asked, clock.millis());
  }

  private static Client client(Exchange exchange, Optional<Visitor> visitor) {
    return new Client(
        visitor.orElseGet(() -> Visitor.caller(exchange.caller().owner())),
        ClientStyle.of(exchange.first(HttpHeaders.USER_AGENT).orElse("")));
  }

  /** What was said about that job. */
  public Said of(JobId job) {
    Conversation known = conversations.getIfPresent(job);
    // If it was there and is forgotten, the time of that is there by now.
    return (known == null ? new Conversation(since) : known).said();
  }

  void add(
      JobId job,
      Client who,
      Question asked,
      long at,
      int status,
      String retryAfter,
      boolean refused) {
    Conversation conversation = conversation(job);
    Reply reply = new Reply(clock.millis(), status, seconds(retryAfter), refused);
    if (conversation.add(who, asked, at, reply)) {
      conversations.put(job, conversation);
    }
  }

  /**
   * What came after the job was accepted can only be a repetition: a request that makes a job comes
   * before it.
   */
  void add(Job job, Client who, long at, String path, int status, Map<String, String> headers) {
    boolean first = at <= job.submission().submittedAt().toEpochMilli();
    long retryAfter = seconds(headers.getOrDefault(HttpHeaders.RETRY_AFTER, ""));
    Conversation conversation = conversation(job.id());
    conversation.submitted(
        who, first, at, path, headers, new Reply(clock.millis(), status, retryAfter, false));
    conversations.put(job.id(), conversation);
  }

  private Conversation conversation(JobId job) {
    Conversation known = conversations.getIfPresent(job);
    return known != null ? known : conversations.get(job, unknown -> new Conversation(since));
  }

  private void forgotten() {
    since = clock.instant();
  }

  /** All that this server names are seconds; none for what is not. */
  private static long seconds(String retryAfter) {
    return retryAfter.isEmpty() ? 0 : Long.parseLong(retryAfter);
  }
}
