package dev.accepted.bench.bare;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;

/** Answers every request with 429, and nothing else. */
@WebFilter("/*")
public class BareFilter implements Filter {

  /** Of all its answers. */
  public static final int STATUS = 429;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
    ((HttpServletResponse) response).setStatus(STATUS);
  }
}
