package dev.accepted.http.openapi;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.header.AcceptHeader;
import dev.accepted.http.header.EntityTags;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Serves the description at {@code /openapi}, the same on every server. What servers make of such a
 * document by themselves depends on their MicroProfile OpenAPI: some label it 3.0, and drop of a
 * job type's JSON Schema what their model has no place for.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String JSON = "application/json";

  /** JSON is YAML, too: whoever asks for that is given the same bytes. */
  private static final List<String> OFFERS =
      List.of(JSON, "application/vnd.oai.openapi+json", "application/yaml");

  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  @Inject transient JobTypes types;

  private byte[] document = {};
  private String tag = "";

  @Override
  public void init() {
    document =
        ApiDocument.of(types.all().stream().map(RegisteredType::definition).toList())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    tag = EntityTags.of(document);
  }

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
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Vary", "Accept");
    if (EntityTags.weaklyListed(lines(request, "If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(
        AcceptHeader.parse(lines(request, "Accept")).choose(OFFERS).orElse(JSON));
    response.setContentLength(document.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(document);
    }
  }

  private static List<String> lines(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
