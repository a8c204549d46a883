package dev.accepted.http.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a {@code Retry-After} away that the server has put on an answer before the application was
 * asked. WildFly is told to do so (server-config): while it stops, it turns requests away by
 * itself, and those answers are to say when to come again. Answers of ours say it themselves.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RetryAfterFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ((HttpServletResponse) response).setHeader("Retry-After", null);
    chain.doFilter(request, response);
  }
}
