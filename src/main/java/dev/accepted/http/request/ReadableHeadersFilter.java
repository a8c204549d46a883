package dev.accepted.http.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Lets headers that can't be read pass for headers that weren't sent. JAX-RS implementations answer
 * them before any code of ours is asked, each in its way, and not with a problem document.
 */
public class ReadableHeadersFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(ReadableHeaders.of((HttpServletRequest) request), response);
  }
}
