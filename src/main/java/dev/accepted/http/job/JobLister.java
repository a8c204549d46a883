package dev.accepted.http.job;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.JobCount;
import dev.accepted.engine.answers.JobPage;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists a caller's jobs, a page at a time. */
@ApplicationScoped
public class JobLister {

  @Inject JobService jobs;
  @Inject Representations representations;
  @Inject PublicUrls publicUrls;

  /** The page that the query asks for, with a link to the next. */
  public Response list(Exchange exchange) {
    ListQuery query = ListQuery.read(exchange.query());
    Urls urls = publicUrls.seenBy(exchange.uri());
    JobPage page =
        jobs.list(
            exchange.caller().sees(), query.filter(), query.limit(), query.before().orElse(null));
    Optional<String> next = next(page.next(), exchange, urls.jobs());
    List<StatusView> views =
        page.jobs().stream().map(job -> representations.view(job, urls)).toList();
    return Answers.page(
        exchange, new JobListView(views, next.orElse(null), page.searchedTo().orElse(null)), next);
  }

  /** How many jobs the query finds, as far as one look gets. */
  public Response count(Exchange exchange) {
    ListQuery query = ListQuery.ofCount(exchange.query());
    JobCount counted =
        jobs.count(exchange.caller().sees(), query.filter(), query.before().orElse(null));
    Urls urls = publicUrls.seenBy(exchange.uri());
    Optional<String> next = next(counted.next(), exchange, urls.jobCount());
    return Answers.page(
        exchange,
        new JobCountView(counted.number(), next.orElse(null), counted.searchedTo().orElse(null)),
        next);
  }

  private static Optional<String> next(Optional<JobId> last, Exchange exchange, String path) {
    return last.map(id -> next(id, exchange.query().values(), path));
  }

  private static String next(JobId last, Map<String, List<String>> query, String path) {
    Stream<String> kept =
        query.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(ListQuery.CURSOR))
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> parameter.getKey() + '=' + Urls.query(value)));
    return Stream.concat(kept, Stream.of(ListQuery.CURSOR + '=' + ListCursor.after(last)))
        .collect(Collectors.joining("&", path + '?', ""));
  }
}
