package dev.accepted.http.door;

import dev.accepted.http.body.Undertow;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says of each answer when it was made, as it begins; {@link AnswerDate} says it again of what was
 * waited for. web.xml puts it before all filters that answer.
 */
public class DateFilter implements Filter {

  @Inject private Dates dates;

  private boolean ours;

  @Override
  public void init(FilterConfig config) {
    ours = !Undertow.serves(config.getServletContext());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (ours) {
      request.setAttribute(Dates.OURS, true);
      ((HttpServletResponse) response).setHeader(Dates.DATE, dates.now());
    }
    chain.doFilter(request, response);
  }
}
