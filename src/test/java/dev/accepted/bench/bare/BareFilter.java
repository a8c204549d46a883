package dev.accepted.bench.bare;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers every request but the one that looks whether it is there with 429, and nothing else. */
@WebFilter("/*")
public class BareFilter implements Filter {

  private static final String ALIVE = "/api";
  private static final int TOO_MANY = 429;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
    if (!((HttpServletRequest) request).getRequestURI().equals(ALIVE)) {
      ((HttpServletResponse) response).setStatus(TOO_MANY);
    }
  }
}
