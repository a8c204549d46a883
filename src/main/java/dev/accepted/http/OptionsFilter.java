package dev.accepted.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the answers to OPTIONS alike: the implementations find out what a resource allows, but say
 * it in different bodies and orders.
 */
@Provider
public class OptionsFilter implements ContainerResponseFilter {

  private static final String ACCEPT_PATCH = "Accept-Patch";
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    if (!request.getMethod().equals("OPTIONS") || (status != OK && status != NO_CONTENT)) {
      return;
    }
    Set<String> allowed = new TreeSet<>(response.getAllowedMethods());
    allowed.add("OPTIONS");
    response.setEntity(null);
    response.setStatus(NO_CONTENT);
    response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    String patches = response.getHeaderString(ACCEPT_PATCH);
    if (patches != null && patches.isEmpty()) {
      // RESTEasy's, where a PATCH takes anything.
      response.getHeaders().remove(ACCEPT_PATCH);
    }
    response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
  }
}
