package dev.accepted.http.pages;

import dev.accepted.http.request.SentLink;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the pages behind addresses such as {@code /types} and {@code /jobs/{id}}: one page for all
 * ids, which reads its own address.
 */
@WebServlet(
    urlPatterns = {
      "/submit/*",
      "/sign-in",
      "/overview",
      "/jobs/*",
      "/schedules",
      "/datasets/*",
      "/types",
      "/simulator",
      "/inspector",
      "/keys",
      "/subscriptions",
      "/reference"
    })
public class PageRoutes extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** What follows an address one step below it. */
  static final Pattern ONE_SEGMENT = Pattern.compile("/[^/]+");

  /** Where an address has pages for what lies below it. All others have one page of their name. */
  private static final Map<String, Room> ROOMS =
      Map.of(
          "/submit", new Room(null, "/submit.html"),
          "/jobs", new Room("/jobs.html", "/job.html"),
          "/datasets", new Room("/datasets.html", "/datasets.html"));

  /**
   * The pages at an address.
   *
   * @param itself its own; null if it has none
   * @param each that of everything one step below; null if there is nothing
   */
  private record Room(@Nullable String itself, @Nullable String each) {

    Optional<String> page(@Nullable String rest) {
      if (rest == null) {
        return Optional.ofNullable(itself);
      }
      return ONE_SEGMENT.matcher(rest).matches() ? Optional.ofNullable(each) : Optional.empty();
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    SentLink.keepToThisPage(request, response);
    String address = request.getServletPath();
    Optional<String> page =
        ROOMS.getOrDefault(address, new Room(address + ".html", null)).page(request.getPathInfo());
    if (page.isPresent()) {
      request.getRequestDispatcher(page.get()).forward(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
