package dev.accepted.http.pages;

import dev.accepted.http.problem.FrameworkRefusals;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is sent where the server gives up on a request by itself: for the API a problem document as
 * everywhere, such as for a header that JAX-RS can't read; for pages the one that says so.
 */
@WebServlet("/error")
public class ErrorPages extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String API = "/api";

  @Inject private transient PublicUrls publicUrls;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (path instanceof String failed && (failed.equals(API) || failed.startsWith(API + "/"))) {
      explain(request, response, failed);
    } else {
      if (path == null) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      }
      request.getRequestDispatcher("/404.html").forward(request, response);
    }
  }

  private void explain(HttpServletRequest request, HttpServletResponse response, String failed)
      throws IOException {
    Urls urls = publicUrls.seenBy(request.getRequestURL());
    byte[] document =
        ProblemDocument.bytes(FrameworkRefusals.problem(response.getStatus()), urls, failed);
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setContentLength(document.length);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(document);
  }
}
