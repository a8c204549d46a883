package dev.accepted.config;

import java.net.URI;
import java.util.Optional;

/** Reads what is taken from strangers, and how much may become of it. */
final class InputSettingsReader {

  /** Each holds one of the server's request threads. */
  private static final long MOST_UPLOADS = 10_000;

  /** Each has a row and a file, which are listed in one page. */
  private static final long MOST_UNFINISHED = 10_000;

  private final PropertyReader properties;

  InputSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  InputLimits limits(InputLimits defaults) {
    return new InputLimits(
        properties.positive("accepted.result.max", defaults.resultBytes()),
        properties.positive("accepted.imports.rows", defaults.importRows()),
        properties.duration("accepted.videos.length", defaults.videoLength()),
        properties.duration("accepted.videos.cpu", defaults.videoCpu()),
        properties.positive("accepted.videos.memory", defaults.videoMemory()));
  }

  BodySettings bodies(BodySettings defaults) {
    return new BodySettings(
        properties.duration("accepted.body.time", defaults.time()),
        (int) properties.upTo(MOST_UPLOADS, "accepted.uploads", defaults.uploads()));
  }

  UploadSettings uploads(UploadSettings defaults) {
    return new UploadSettings(
        properties.duration("accepted.uploads.retain", defaults.retain()),
        (int) properties.upTo(MOST_UNFINISHED, "accepted.uploads.max", defaults.most()));
  }

  AllowedReceivers inspections() {
    return properties.value(
        "accepted.inspections.allow", AllowedReceivers::parse, AllowedReceivers.NONE);
  }

  /** The operator's, and that of the public URL. */
  KnownHosts hosts(Optional<URI> publicUrl) {
    KnownHosts named = properties.value("accepted.hosts", KnownHosts::parse, KnownHosts.DEFAULTS);
    return publicUrl.map(url -> named.and(url.getHost())).orElse(named);
  }
}
