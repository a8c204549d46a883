package dev.accepted.http.request;

import dev.accepted.http.header.AcceptEncoding;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.wire.Gzip;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A text that stays the same as long as the server runs. It is compressed once, as tightly as it
 * goes, and kept like that; whoever doesn't take gzip is sent it as it is. Compressed or not, these
 * are two representations, and each has a strong tag of its own (RFC 9110, section 8.8.3.3).
 */
public final class FixedText {

  private static final String ACCEPT_ENCODING = "Accept-Encoding";

  private final byte[] compressed;
  private final String compressedTag;
  private final int length;
  private final String tag;

  private FixedText(byte[] compressed, byte[] plain) {
    this.compressed = compressed;
    this.compressedTag = EntityTags.of(compressed);
    this.length = plain.length;
    this.tag = EntityTags.of(plain);
  }

  /** One of these bytes. */
  public static FixedText of(byte[] plain) {
    return new FixedText(Gzip.tightest(plain), plain);
  }

  /**
   * Answers GET or HEAD with it, or with 304 if the client has it already.
   *
   * @param caching the answer's {@code Cache-Control}
   * @param varies by which request headers else the answer differs; none for no others
   */
  public void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String mediaType,
      String caching,
      String... varies)
      throws IOException {
    boolean compresses = AcceptEncoding.takesGzip(lines(request, ACCEPT_ENCODING));
    String current = compresses ? compressedTag : tag;
    response.setHeader("ETag", current);
    response.setHeader("Cache-Control", caching);
    vary(response, varies);
    if (EntityTags.weaklyListed(lines(request, "If-None-Match"), current)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      send(request, response, mediaType, compresses);
    }
  }

  /** Sends it as the body of an answer that is about something else, such as one with 404. */
  public void explain(HttpServletRequest request, HttpServletResponse response, String mediaType)
      throws IOException {
    vary(response);
    send(request, response, mediaType, AcceptEncoding.takesGzip(lines(request, ACCEPT_ENCODING)));
  }

  private void send(
      HttpServletRequest request,
      HttpServletResponse response,
      String mediaType,
      boolean compresses)
      throws IOException {
    response.setContentType(mediaType);
    response.setContentLength(compresses ? compressed.length : length);
    if (compresses) {
      response.setHeader("Content-Encoding", AcceptEncoding.GZIP);
    }
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    if (compresses) {
      response.getOutputStream().write(compressed);
    } else {
      new GZIPInputStream(new ByteArrayInputStream(compressed))
          .transferTo(response.getOutputStream());
    }
  }

  private static void vary(HttpServletResponse response, String... others) {
    response.setHeader(
        "Vary",
        others.length == 0 ? ACCEPT_ENCODING : String.join(", ", others) + ", " + ACCEPT_ENCODING);
  }

  private static List<String> lines(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
