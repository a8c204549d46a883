package dev.accepted.http.explanation;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** Explains problems to people and to programs. */
@ApplicationScoped
@Path("problems")
public class ProblemsResource {

  private static final String HTML = "text/html;charset=utf-8";

  @Inject PublicUrls publicUrls;

  /** All of them. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    List<ProblemView> all =
        Stream.of(ProblemType.values()).map(type -> ProblemView.of(type, urls)).toList();
    return answer(exchange, all, all);
  }

  /** One of them. */
  @GET
  @Path("{slug}")
  public Response read(@BeanParam Exchange exchange, @PathParam("slug") String slug) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    ProblemView problem =
        ProblemType.of(slug)
            .map(type -> ProblemView.of(type, urls))
            .orElseThrow(
                () ->
                    Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no problem of this name."));
    return answer(exchange, List.of(problem), problem);
  }

  private static Response answer(Exchange exchange, List<ProblemView> page, Object json) {
    String form = exchange.accepted(MediaType.APPLICATION_JSON, HTML);
    byte[] body = form.equals(HTML) ? ProblemPage.html(page) : WireJson.bytes(json);
    return Answers.bytes(Response.Status.OK.getStatusCode(), body, form)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
