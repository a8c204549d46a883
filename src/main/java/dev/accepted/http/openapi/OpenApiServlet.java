package dev.accepted.http.openapi;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.header.AcceptHeader;
import dev.accepted.http.request.FixedText;
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

  private transient FixedText document = FixedText.of(new byte[0]);

  @Override
  public void init() {
    document =
        FixedText.of(
            ApiDocument.of(types.all().stream().map(RegisteredType::definition).toList())
                .toString()
                .getBytes(StandardCharsets.UTF_8));
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
    String mediaType = AcceptHeader.parse(lines(request, "Accept")).choose(OFFERS).orElse(JSON);
    document.answer(request, response, mediaType, "no-cache", "Accept");
  }

  private static List<String> lines(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
