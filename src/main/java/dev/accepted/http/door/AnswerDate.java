package dev.accepted.http.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** A long poll may be answered long after it came: its date is that of the answer. */
@Provider
@ApplicationScoped
public class AnswerDate implements ContainerResponseFilter {

  @Inject Dates dates;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(Dates.OURS) != null) {
      response.getHeaders().putSingle(Dates.DATE, dates.now());
    }
  }
}
