package dev.accepted.bench.subject;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server's own stack costs: answers exactly what the application has answered, without any
 * of its work. A GET is answered at once, a POST from another thread, as a 202 is.
 */
@ApplicationScoped
@Path("bench/answers/{name}")
public class Ceiling {

  private final Map<String, RecordedAnswer> answers = new ConcurrentHashMap<>();

  @Resource(lookup = "java:app/concurrent/accepted")
  private @Nullable ManagedExecutorService executor;

  /** Learns an answer, as it was on the wire. */
  @PUT
  public void learn(@PathParam("name") String name, byte[] wire) {
    answers.put(name, new RecordedAnswer(wire));
  }

  /** Gives it on this thread. */
  @GET
  public Response get(@PathParam("name") String name) {
    return answer(name);
  }

  /** Gives it on another thread; the body is the server's to throw away. */
  @POST
  public void post(@Suspended AsyncResponse response, @PathParam("name") String name) {
    executor.execute(() -> response.resume(answer(name)));
  }

  private Response answer(String name) {
    RecordedAnswer answer = answers.get(name);
    if (answer == null) {
      throw new NotFoundException(name);
    }
    return answer.response();
  }
}
