package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.ContentGone;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a job was submitted with: its parameters, as an envelope's {@code input} has them, so that
 * they can be submitted again.
 */
@ApplicationScoped
@Path("jobs/{id}/input")
public class InputResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject PublicUrls publicUrls;

  /** The parameters; where a file came with them, {@code Link} leads to it. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    Job job = finder.find(exchange.caller(), id);
    return Answers.representation(exchange, parameters(job), file(exchange, job));
  }

  private byte[] parameters(Job job) {
    try {
      return jobs.contents().parameters(job).getBytes(StandardCharsets.UTF_8);
    } catch (ContentGone gone) {
      throw JobFinder.gone(gone.lookup());
    }
  }

  /** RFC 4287 has the relation: a thing that belongs to this one, and may be large. */
  private Optional<String> file(Exchange exchange, Job job) {
    return Optional.ofNullable(job.submission().file())
        .map(info -> exchange.urls(publicUrls).of(job.id(), "input/file"))
        .map(url -> "<" + url + ">; rel=\"enclosure\"");
  }
}
