package dev.accepted.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Takes what comes of a body whose request was answered by one of the filters, unread; see {@link
 * Remainder}. web.xml puts it before all other filters.
 */
public class UnreadFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, answer);
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!asked.isAsyncStarted() && BodyToCome.isUnread(asked)) {
      AsyncContext context = asked.startAsync();
      // Undertow breaks the connection of a request that was answered and has had its time.
      context.setTimeout(Remainder.MOST_TIME.toMillis());
      Remainder.end(context, asked, answer);
    }
  }
}
