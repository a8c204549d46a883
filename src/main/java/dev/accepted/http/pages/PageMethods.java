package dev.accepted.http.pages;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Pages and files can be read, nothing else: the servers' own servlets disagree on what to do with
 * another method, down to answering POST with the page.
 */
public class PageMethods implements Filter {

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (isApi(asked.getServletPath()) || READING.contains(asked.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Allow", ALLOWED);
    answer.setStatus(
        asked.getMethod().equals("OPTIONS")
            ? HttpServletResponse.SC_NO_CONTENT
            : HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  private static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }
}
