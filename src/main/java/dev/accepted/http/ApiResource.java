package dev.accepted.http;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.CollectionResource;
import dev.accepted.http.submission.Submissions;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The index, and the way to each type's collection. */
@ApplicationScoped
@Path("")
public class ApiResource {

  @Inject JobTypes types;
  @Inject Submissions submissions;
  @Inject PublicUrls publicUrls;

  /** Links to everything. */
  @GET
  public Response index(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", urls.index());
    links.put("jobs", urls.jobs());
    links.put("types", urls.types());
    links.put("events", urls.events());
    links.put("overview", urls.overview());
    links.put("subscriptions", urls.subscriptions());
    links.put("schedules", urls.schedules());
    links.put("uploads", urls.uploads());
    links.put("quota", urls.quota());
    links.put("session", urls.session());
    links.put("datasets", urls.datasets());
    links.put("problems", urls.problems());
    links.put("status", urls.statuses());
    links.put("faulty", urls.faulty());
    for (RegisteredType type : types.all()) {
      String collection = type.definition().collection();
      links.put(collection, urls.collection(collection));
    }
    return Answers.representation(exchange, new IndexView(links));
  }

  /** The collection of that name; every literal path comes before it. */
  @Path("{collection}")
  public CollectionResource collection(@PathParam("collection") String name) {
    return submissions.collection(name);
  }
}
