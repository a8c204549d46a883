package dev.accepted.config;

import java.util.Optional;

/** Reads where jobs and their content are kept, where that is not the node's own disk. */
final class StorageSettingsReader {

  private final PropertyReader properties;

  StorageSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  Optional<S3Bucket> s3() {
    return properties
        .optional("accepted.content.s3.bucket", name -> name)
        .map(
            bucket ->
                new S3Bucket(
                    bucket,
                    properties.value(
                        "accepted.content.s3.prefix", StorageSettingsReader::folder, ""),
                    properties.optional("accepted.content.s3.endpoint", PropertyReader::origin),
                    properties.optional("accepted.content.s3.region", name -> name),
                    properties.value("accepted.content.s3.path-style", PropertyReader::flag, false),
                    s3Keys()));
  }

  private Optional<S3Bucket.Keys> s3Keys() {
    Optional<String> access = properties.optional("accepted.content.s3.access-key", key -> key);
    Optional<String> secret = properties.optional("accepted.content.s3.secret-key", key -> key);
    if (access.isPresent() != secret.isPresent()) {
      properties.fault(
          "accepted.content.s3.access-key, accepted.content.s3.secret-key: both or neither");
    }
    return access.flatMap(key -> secret.map(shared -> new S3Bucket.Keys(key, shared)));
  }

  Optional<SharedDatabase> database() {
    return properties
        .optional("accepted.store.url", StorageSettingsReader::postgres)
        .map(
            url ->
                new SharedDatabase(
                    url,
                    properties.value("accepted.store.user", name -> name, "accepted"),
                    properties.value("accepted.store.password", password -> password, "")));
  }

  private static String folder(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static String postgres(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("a URL that begins with jdbc:postgresql: is needed");
    }
    return url;
  }
}
