package dev.accepted.http.metrics;

import dev.accepted.http.header.AcceptHeader;
import dev.accepted.metrics.Exposition;
import dev.accepted.metrics.Exposition.Format;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * {@code /metrics} at the root, where scrapers look for it, the same on every server: Prometheus'
 * text format, or OpenMetrics for those who would rather have that. Whoever wants neither is given
 * the former, as scrapers expect. The way in has seen to it that the caller may read it.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final List<String> OFFERS =
      List.of(Format.TEXT.contentType(), Format.OPEN_METRICS.contentType());

  @Inject transient Exposition exposition;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(request, response);
      case "OPTIONS" -> {
        response.setHeader("Allow", ALLOWED);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", ALLOWED);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Format format = format(Collections.list(request.getHeaders("Accept")));
    byte[] text = exposition.write(format);
    response.setContentType(format.contentType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept");
    response.setContentLength(text.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(text);
    }
  }

  private static Format format(List<String> accept) {
    String liked = AcceptHeader.parse(accept).choose(OFFERS).orElse("");
    return liked.equals(Format.OPEN_METRICS.contentType()) ? Format.OPEN_METRICS : Format.TEXT;
  }
}
