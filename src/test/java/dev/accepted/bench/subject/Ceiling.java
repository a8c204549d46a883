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
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the server's own stack costs: answers exactly what the application has answered, without any
 * of its work. A GET is answered at once, a POST from another thread, as a 202 is - at once, when
 * the request's thread has usually not left yet and sends the answer itself, or a millisecond
 * later, as every answer has to that waits for a commit.
 */
@ApplicationScoped
@Path("bench/answers/{name}")
public class Ceiling {

  private static final long LATER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Map<String, RecordedAnswer> answers = new ConcurrentHashMap<>();
  private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean answering = new AtomicBoolean();

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

  /** Gives it on another thread, with all others that have come within a millisecond. */
  @POST
  @Path("later")
  public void postLater(@Suspended AsyncResponse response, @PathParam("name") String name) {
    later.add(() -> response.resume(answer(name)));
    if (answering.compareAndSet(false, true)) {
      executor.execute(this::answerAll);
    }
  }

  private void answerAll() {
    LockSupport.parkNanos(LATER_NANOS);
    answering.set(false);
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  private Response answer(String name) {
    RecordedAnswer answer = answers.get(name);
    if (answer == null) {
      throw new NotFoundException(name);
    }
    return answer.response();
  }
}
