package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.http.problem.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Reads which faults a path names, and keeps headers off the answer that others would put there.
 * web.xml has it before all that write headers, and for these paths only. What is wrong with the
 * path is answered by {@link FaultyRequests}, behind all that looks at who asks.
 */
public class FaultyDoor implements Filter {

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    List<String> unsaid;
    try {
      Asked read = FaultyPath.read(request);
      request.setAttribute(Asked.ATTRIBUTE, read);
      unsaid = read.here().stream().map(Fault::unsaid).flatMap(List::stream).toList();
    } catch (Problem unknown) {
      unsaid = List.of();
    }
    chain.doFilter(
        asked, unsaid.isEmpty() ? answer : new UnsaidHeaders((HttpServletResponse) answer, unsaid));
  }
}
