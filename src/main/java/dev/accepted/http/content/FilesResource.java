package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.content.FilesView.FileView;
import dev.accepted.http.header.ReprDigest;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The files a job left beside its result. */
@ApplicationScoped
@Path("jobs/{id}/files")
public class FilesResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject PublicUrls publicUrls;

  /** Lists them. */
  @GET
  public Response list(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Urls urls = exchange.urls(publicUrls);
    return Answers.representation(
        exchange,
        new FilesView(
            jobs.contents().files(job).stream().map(file -> view(job, file, urls)).toList()));
  }

  private static FileView view(Job job, ContentInfo file, Urls urls) {
    return new FileView(
        file.name(),
        file.mediaType(),
        file.length(),
        ReprDigest.of(file.sha256()),
        urls.file(job.id(), file.name()));
  }
}
