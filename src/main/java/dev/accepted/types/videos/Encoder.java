package dev.accepted.types.videos;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The programs {@code ffmpeg} and {@code ffprobe}: the operator's, or those carried along in the
 * WAR. Found, laid out on disk and tried when first asked for.
 */
public final class Encoder {

  private static final Logger LOG = System.getLogger(Encoder.class.getName());

  private final Path folder;
  private final Optional<Path> own;
  private final Confinement confinement;
  private @Nullable Installation installation;

  /**
   * @param folder where the carried encoder may be laid out (about 65 MB); programs there must be
   *     allowed to run
   * @param own the operator's {@code ffmpeg}, beside which lies an {@code ffprobe}; empty for the
   *     carried one
   * @param limits of each conversion
   */
  public Encoder(Path folder, Optional<Path> own, VideoLimits limits) {
    this.folder = folder.toAbsolutePath();
    this.own = own.map(Path::toAbsolutePath);
    this.confinement = Confinement.here(limits);
  }

  /**
   * Why no film can be converted here, as a sentence for everyone; empty if it can. The operator
   * finds more in the log.
   */
  public Optional<String> fault() {
    try {
      installation();
      return Optional.empty();
    } catch (IOException missing) {
      LOG.log(Level.WARNING, "No films can be converted: " + missing.getMessage());
      return Optional.of("There is no encoder that runs on this server.");
    }
  }

  /**
   * The programs, ready to run.
   *
   * @throws IOException if there are none; its message is a sentence for the operator
   */
  synchronized Installation installation() throws IOException {
    if (installation == null) {
      installation = own.isPresent() ? operators(own.get()) : carried();
      if (confinement.prlimit().isEmpty()) {
        LOG.log(
            Level.INFO,
            "There is no prlimit here: accepted.videos.memory is not kept to, and"
                + " accepted.videos.cpu only as far as the encoder tells of its progress");
      }
    }
    return installation;
  }

  private Installation operators(Path ffmpeg) throws IOException {
    String name = String.valueOf(ffmpeg.getFileName()).replace("ffmpeg", "ffprobe");
    return Installation.tried(ffmpeg, ffmpeg.resolveSibling(name), confinement);
  }

  private Installation carried() throws IOException {
    Platform platform =
        Platform.here()
            .orElseThrow(
                () ->
                    new IOException(
                        "No encoder is carried along for this platform; set accepted.ffmpeg."));
    CarriedEncoder carried = new CarriedEncoder(platform, folder);
    try {
      return tried(platform, carried.install());
    } catch (IOException incomplete) {
      // What a power failure left of an earlier layout is worth one fresh start.
      carried.remove();
      return tried(platform, carried.install());
    }
  }

  private Installation tried(Platform platform, Path programs) throws IOException {
    return Installation.tried(
        programs.resolve(platform.program("ffmpeg")),
        programs.resolve(platform.program("ffprobe")),
        confinement);
  }
}
