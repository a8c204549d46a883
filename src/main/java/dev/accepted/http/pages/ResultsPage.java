package dev.accepted.http.pages;

import dev.accepted.http.request.SentLink;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a job, for who waits for it: one page for all ids, whose script reads its address.
 * For who has no scripts it says how the job stands, and refreshes itself when the job's monitor
 * would want to be asked again. It is there whatever becomes of the job, so it is always a 200.
 */
@WebServlet(urlPatterns = "/results/*", loadOnStartup = 1)
public class ResultsPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient PlainJobs jobs;

  /** Null until it is read. */
  private transient @Nullable PageTemplate template;

  @Override
  public void init() throws ServletException {
    try (InputStream page = getServletContext().getResourceAsStream("/results.html")) {
      template = PageTemplate.of(Objects.requireNonNull(page));
    } catch (IOException unreadable) {
      throw new ServletException(unreadable);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SentLink.keepToThisPage(request, response);
    String path = request.getPathInfo();
    if (path == null || !PageRoutes.ONE_SEGMENT.matcher(path).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] page = Objects.requireNonNull(template).saying(jobs.told(request, path.substring(1)));
    response.setHeader("Cache-Control", "private, no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
