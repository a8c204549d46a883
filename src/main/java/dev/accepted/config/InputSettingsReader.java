package dev.accepted.config;

import java.net.URI;
import java.util.Optional;

/** Reads what is taken from strangers, and how much may become of it. */
final class InputSettingsReader {

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

  /** The operator's, and that of the public URL. */
  KnownHosts hosts(Optional<URI> publicUrl) {
    KnownHosts named = properties.value("accepted.hosts", KnownHosts::parse, KnownHosts.DEFAULTS);
    return publicUrl.map(url -> named.and(url.getHost())).orElse(named);
  }
}
