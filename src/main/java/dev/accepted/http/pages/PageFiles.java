package dev.accepted.http.pages;

import dev.accepted.http.request.FixedText;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the texts that pages are made of, compressed, in place of the servers' own servlets: these
 * compress nothing unless they are configured to, then anew for each request, and tell versions of
 * a file apart by its date, which is the same in every build. What is kept is bounded by what is in
 * the WAR: some 0.6 MB.
 */
@WebServlet({"*.html", "*.js", "*.css", "*.svg"})
public class PageFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** A browser asks each time whether it is the same: after an update, no old file meets a new. */
  private static final String ASK_FIRST = "no-cache";

  private final transient Map<String, FixedText> files = new ConcurrentHashMap<>();

  /** Whatever the method: others than GET and HEAD come here only with an error to explain. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    Optional<FixedText> file = file(path);
    if (file.isEmpty()) {
      missing(path, response);
      return;
    }
    String mediaType = mediaType(path);
    if (response.getStatus() == HttpServletResponse.SC_OK) {
      file.get().answer(request, response, mediaType, ASK_FIRST);
    } else {
      file.get().explain(request, response, mediaType);
    }
  }

  private static String mediaType(String path) {
    return switch (path.substring(path.lastIndexOf('.'))) {
      case ".html" -> "text/html;charset=UTF-8";
      case ".js" -> "text/javascript;charset=UTF-8";
      case ".css" -> "text/css;charset=UTF-8";
      default -> "image/svg+xml";
    };
  }

  /** The page that says so is for people; nobody looks at what a script was asked for. */
  private static void missing(String path, HttpServletResponse response) throws IOException {
    if (path.endsWith(".html") || path.endsWith(".svg")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Optional<FixedText> file(String path) throws IOException {
    FixedText known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream found = getServletContext().getResourceAsStream(path)) {
      if (found == null) {
        return Optional.empty();
      }
      FixedText read = FixedText.of(found.readAllBytes());
      FixedText first = files.putIfAbsent(path, read);
      return Optional.of(first == null ? read : first);
    }
  }
}
