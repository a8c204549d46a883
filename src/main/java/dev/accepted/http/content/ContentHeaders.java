package dev.accepted.http.content;

import dev.accepted.http.header.ContentDisposition;
import dev.accepted.http.header.HttpDate;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.header.ReprDigest;
import dev.accepted.http.request.Answers;
import dev.accepted.job.ContentInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is said of stored bytes. A job may have written anything, so a browser shows only kinds that
 * can't run scripts; all else is saved, and should it be shown after all, is shut in.
 */
final class ContentHeaders {

  /** Shown as they are: nothing in them runs. */
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private static final Set<String> DOCUMENTS =
      Set.of("application/pdf", "application/json", "text/plain");

  /** Saved by a browser; should one show it after all, nothing in it runs or is of this origin. */
  private static final String SHUT_IN = "default-src 'none'; frame-ancestors 'none'; sandbox";

  /** For the result pages, which show it in a frame: a PDF isn't shown in a sandbox. */
  private static final String SHOWN = "frame-ancestors 'self'";

  private ContentHeaders() {}

  static Map<String, String> of(ContentInfo info, String tag, Instant modified) {
    MediaRange type = MediaRange.parse(info.mediaType());
    boolean media =
        PICTURES.contains(type.essence())
            || type.type().equals("video")
            || type.type().equals("audio");
    boolean shown = media || DOCUMENTS.contains(type.essence());
    String fileName = info.fileName() == null ? info.name() : info.fileName();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(HttpHeaders.CONTENT_TYPE, info.mediaType());
    headers.put(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.of(shown ? "inline" : "attachment", fileName));
    headers.put(HttpHeaders.ETAG, tag);
    headers.put(HttpHeaders.LAST_MODIFIED, HttpDate.of(modified));
    headers.put(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE);
    headers.put(ReprDigest.NAME, ReprDigest.of(info.sha256()));
    headers.put("Accept-Ranges", "bytes");
    headers.put("Content-Security-Policy", shown ? SHOWN : SHUT_IN);
    return headers;
  }
}
