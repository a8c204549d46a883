package dev.accepted.http.pages;

import dev.accepted.http.request.SentLink;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Serves the page behind addresses such as {@code /results/{id}}: one page for all ids, which reads
 * its own address.
 */
@WebServlet(urlPatterns = {"/results/*", "/submit/*"})
public class PageRoutes extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern ONE_SEGMENT = Pattern.compile("/[^/]+");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    SentLink.keepToThisPage(request, response);
    String rest = request.getPathInfo();
    if (rest != null && ONE_SEGMENT.matcher(rest).matches()) {
      request.getRequestDispatcher(request.getServletPath() + ".html").forward(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
