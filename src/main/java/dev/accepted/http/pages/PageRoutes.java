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
 * its own address. And behind that of the page to sign in, whatever was asked for.
 */
@WebServlet(urlPatterns = {"/results/*", "/submit/*", PageRoutes.SIGN_IN})
public class PageRoutes extends HttpServlet {

  static final String SIGN_IN = "/sign-in";

  private static final long serialVersionUID = 1L;
  private static final Pattern ONE_SEGMENT = Pattern.compile("/[^/]+");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    SentLink.keepToThisPage(request, response);
    String rest = request.getPathInfo();
    boolean known =
        rest == null
            ? request.getServletPath().equals(SIGN_IN)
            : ONE_SEGMENT.matcher(rest).matches();
    if (known) {
      request.getRequestDispatcher(request.getServletPath() + ".html").forward(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
