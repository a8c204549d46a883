package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.http.wire.Urls;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upload on the wire. */
public record UploadView(
    String id,
    long offset,
    @Nullable Long length,
    boolean complete,
    String mediaType,
    @Nullable String fileName,
    Instant createdAt,
    Instant expiresAt,
    Map<String, String> links) {

  static UploadView of(UploadReport upload, Urls urls) {
    return new UploadView(
        upload.id().toString(),
        upload.offset(),
        upload.length(),
        upload.isComplete(),
        upload.mediaType(),
        upload.fileName(),
        upload.createdAt(),
        upload.expiresAt(),
        Map.of("self", urls.upload(upload.id())));
  }
}
