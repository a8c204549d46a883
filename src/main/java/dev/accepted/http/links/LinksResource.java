package dev.accepted.http.links;

import dev.accepted.config.Settings;
import dev.accepted.engine.AuditService;
import dev.accepted.guard.Caller;
import dev.accepted.guard.links.LinkTarget;
import dev.accepted.guard.links.LinkTokens;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.OpeningLink;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/**
 * Links to a job, for somebody who has no account. Nothing is stored of them but the audit log's
 * entry, and no link is handed out without one.
 */
@ApplicationScoped
@Path("jobs/{id}/links")
public class LinksResource {

  @Inject JobFinder finder;
  @Inject LinkTokens tokens;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject AuditService audit;
  @Inject Actors actors;

  /** A new one: 201. Who may change the job may show it to others. */
  @POST
  public void make(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Caller maker = exchange.caller();
    Job job = finder.find(maker, id);
    Permissions.toChange(maker, job.owner());
    if (!settings.links().on()) {
      throw Problem.of(ProblemType.LINKS_OFF, "There are no links on this server.");
    }
    LinkBody asked =
        LinkBody.read(
            JsonBody.readIfAny(exchange, body, settings.maxBodyBytes()), settings.links());
    LinkTokens.Made made = tokens.make(job.id(), asked.to(), asked.lifetime());
    LinkView view = view(job.id(), asked.to(), made, publicUrls.seenBy(exchange.uri()));
    Outcomes.answer(
        response, audit.tell(actors.of(exchange), created(job, view)), told -> answer(view));
  }

  private static Response answer(LinkView view) {
    return Answers.json(Response.Status.CREATED.getStatusCode(), WireJson.bytes(view))
        .header(HttpHeaders.LOCATION, view.url())
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }

  /** Not the link itself, nor its token: an entry opens nothing. */
  private static Act created(Job job, LinkView view) {
    return Act.on(job, ActKind.LINK_CREATED)
        .with("to", view.to())
        .with("expires", view.expires().toString());
  }

  private static LinkView view(JobId job, LinkTarget to, LinkTokens.Made made, Urls urls) {
    OpeningLink link = new OpeningLink(made.text(), to.parts());
    Urls opened = urls.seenBy(link);
    return new LinkView(
        to == LinkTarget.RESULT ? opened.of(job, LinkTarget.RESULT.wireName()) : opened.job(job),
        link.on(urls.page(job)),
        to.wireName(),
        made.expires());
  }
}
