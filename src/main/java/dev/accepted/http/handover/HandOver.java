package dev.accepted.http.handover;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Has answers that come later written by the thread that the server watches connections with. See
 * the package.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class HandOver implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    LateAnswer answer = new LateAnswer(asked, (HttpServletResponse) response);
    chain.doFilter(new LateRequest(asked, answer), answer);
    if (StreamedAnswer.isLeftWith(asked) && !response.isCommitted()) {
      Outlet.open(asked, response);
    }
  }
}
