package dev.accepted.http.audit;

import dev.accepted.engine.AuditService;
import dev.accepted.guard.Role;
import dev.accepted.http.audit.AuditView.EntryView;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done to what is there: all of it, or what is of the administrator's tenant. */
@ApplicationScoped
@Path("admin/audit")
public class AuditResource {

  @Inject AuditService audit;
  @Inject PublicUrls publicUrls;

  /** A page of it, newest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    Optional<String> tenant = exchange.caller(Role.ADMIN).tenant();
    AuditQuery query = AuditQuery.read(exchange.query(), tenant);
    List<AuditEntry> found = audit.list(query.filter(), query.limit() + 1, query.before());
    List<AuditEntry> page = found.subList(0, Math.min(query.limit(), found.size()));
    Optional<String> next =
        found.size() > query.limit()
            ? Optional.of(next(exchange, page.get(page.size() - 1).number()))
            : Optional.empty();
    List<EntryView> views = page.stream().map(entry -> EntryView.of(entry, tenant)).toList();
    return Answers.page(exchange, new AuditView(views, next.orElse(null)), next);
  }

  /** The same query, from there on. */
  private String next(Exchange exchange, long last) {
    Map<String, List<String>> query = exchange.query().values();
    Stream<String> kept =
        query.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(AuditQuery.CURSOR))
            .map(parameter -> parameter.getKey() + '=' + Urls.query(parameter.getValue().get(0)));
    String list = publicUrls.seenBy(exchange.uri()).audit();
    return Stream.concat(kept, Stream.of(AuditQuery.CURSOR + '=' + last))
        .collect(Collectors.joining("&", list + '?', ""));
  }
}
