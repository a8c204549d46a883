package dev.accepted.content;

import dev.accepted.config.S3Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3-compatible store, below one prefix. Whatever goes wrong is {@link
 * ContentUnavailable}, after the SDK's own few retries.
 */
final class Bucket implements AutoCloseable {

  private final S3Client client;
  private final String name;
  private final String prefix;

  Bucket(S3Client client, S3Bucket settings) {
    this.client = client;
    this.name = settings.name();
    this.prefix = settings.prefix();
  }

  /**
   * Uploads a file; others see all of it, or nothing.
   *
   * @param sha256 its digest in base64, against which the store checks what arrives
   */
  void put(String key, Path file, String mediaType, long length, String sha256)
      throws ContentUnavailable {
    run(
        "put " + key,
        () ->
            client.putObject(
                request ->
                    request
                        .bucket(name)
                        .key(prefix + key)
                        .contentType(mediaType)
                        .checksumSHA256(sha256)
                        .overrideConfiguration(S3Connection.forUpload(length)),
                RequestBody.fromFile(file)));
  }

  /** Opens a part of an object; there is at least one byte in it. */
  InputStream get(String key, long offset, long length) throws IOException {
    String range = "bytes %d-%d/".formatted(offset, offset + length - 1);
    ResponseInputStream<GetObjectResponse> part =
        run(
            "get " + key,
            () ->
                client.getObject(
                    request ->
                        request
                            .bucket(name)
                            .key(prefix + key)
                            .range("bytes=%d-%d".formatted(offset, offset + length - 1))
                            .overrideConfiguration(S3Connection.forReading()),
                    // No timer, whose thread would be nobody's: what is opened is read and closed.
                    ResponseTransformer.toInputStream(Duration.ZERO)));
    String given = part.response().contentRange();
    if (given == null || !given.startsWith(range)) {
      part.abort();
      throw new IOException("asked for %sof %s, but given %s".formatted(range, key, given));
    }
    return new ObjectPart(part, length);
  }

  /** Deletes all objects whose keys begin like that. */
  void deleteAll(String start) throws ContentUnavailable {
    Pages pages = list(start);
    while (pages.hasNext()) {
      delete(pages.next().stream().map(S3Object::key).toList());
    }
  }

  /** All objects whose keys begin like that, in the order of their keys, a thousand at a time. */
  Pages list(String start) throws ContentUnavailable {
    Iterator<ListObjectsV2Response> responses =
        client
            .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix + start))
            .iterator();
    return new Pages(responses);
  }

  /** Pages of a listing; each is asked for as it is needed. */
  static final class Pages {

    private final Iterator<ListObjectsV2Response> responses;

    private Pages(Iterator<ListObjectsV2Response> responses) {
      this.responses = responses;
    }

    boolean hasNext() {
      return responses.hasNext();
    }

    List<S3Object> next() throws ContentUnavailable {
      return run("list", () -> responses.next().contents());
    }
  }

  /** A key as it is without the prefix. */
  String withoutPrefix(S3Object object) {
    return object.key().substring(prefix.length());
  }

  /**
   * Deletes objects.
   *
   * @param keys with the prefix, at most a thousand; what is not there is fine
   */
  void delete(List<String> keys) throws ContentUnavailable {
    if (keys.isEmpty()) {
      return;
    }
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    DeleteObjectsResponse done =
        run(
            "delete",
            () ->
                client.deleteObjects(
                    request ->
                        request.bucket(name).delete(batch -> batch.objects(objects).quiet(true))));
    if (done.hasErrors()) {
      throw new ContentUnavailable(
          "delete: %d of %d failed, such as %s"
              .formatted(done.errors().size(), keys.size(), done.errors().get(0)),
          null);
    }
  }

  private static <T> T run(String what, Supplier<T> call) throws ContentUnavailable {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new ContentUnavailable("The bucket did not " + what, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
