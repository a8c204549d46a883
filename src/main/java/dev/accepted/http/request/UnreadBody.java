package dev.accepted.http.request;

import dev.accepted.http.body.Undertow;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads on, for a bit, where a request is refused before its body was read: many clients look for
 * the answer only when they have sent all, and over HTTP/2 Payara never grants the connection again
 * what an unread body has taken of its window. Not where the client waits to be told to go on, nor
 * where the connection ends with the answer, as the rest may never come and a thread would wait for
 * it, nor on Undertow, where none has to ({@link dev.accepted.http.body.Remainder}).
 */
@Provider
public class UnreadBody implements ContainerResponseFilter {

  private static final int FIRST_ERROR = 400;
  private static final int MOST_BYTES = 8 << 20;
  private static final int BUFFER = 1 << 16;

  @Context ServletContext server;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= FIRST_ERROR
        && !Undertow.serves(server)
        && request.getHeaderString("Expect") == null
        && !"close".equals(response.getHeaderString("Connection"))) {
      try {
        drain(request.getEntityStream());
      } catch (IOException gone) {
        // Whoever doesn't send the rest can't be helped, and need not read the answer either.
        return;
      }
    }
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int left = MOST_BYTES;
    for (int count = 0; count >= 0 && left > 0; left -= count) {
      count = body.read(buffer);
    }
  }
}
