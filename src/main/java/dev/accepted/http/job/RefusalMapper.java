package dev.accepted.http.job;

import dev.accepted.engine.intake.Refusal;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Answers what the engine turns down while a resource reads: above all, a store that is out of
 * order is a 503.
 */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Context private Providers providers;

  @Override
  public Response toResponse(Refusal refusal) {
    return providers.getExceptionMapper(Throwable.class).toResponse(Refusals.cause(refusal));
  }
}
