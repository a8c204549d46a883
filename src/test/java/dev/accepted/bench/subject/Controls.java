package dev.accepted.bench.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** What the benchmark asks of the inside of the server, and tells it. Plain text. */
@ApplicationScoped
@Path("bench/controls")
@Produces(MediaType.TEXT_PLAIN)
public class Controls {

  @Inject private @Nullable Gate gate;

  /** Opens or closes the gate. */
  @PUT
  @Path("gate")
  public void gate(String open) {
    gate.set(Boolean.parseBoolean(open));
  }

  /** How many jobs have been run since the server started. */
  @GET
  @Path("runs")
  public String runs() {
    return Long.toString(gate.runs());
  }

  /** Bytes of the heap that are in use after a collection. */
  @GET
  @Path("heap")
  public String heap() {
    System.gc();
    return Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** Bytes of buffers outside of the heap, such as those of connections. */
  @GET
  @Path("buffers")
  public String buffers() {
    long used =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return Long.toString(used);
  }

  /** Threads that live. */
  @GET
  @Path("threads")
  public String threads() {
    return Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
