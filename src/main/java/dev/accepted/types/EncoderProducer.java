package dev.accepted.types;

import dev.accepted.config.InputLimits;
import dev.accepted.config.Settings;
import dev.accepted.types.videos.Encoder;
import dev.accepted.types.videos.VideoLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tells the video type where its encoder is. */
@ApplicationScoped
public class EncoderProducer {

  /** The operator's, or the one that is carried along, laid out in the data folder. */
  @Produces
  @Singleton
  public Encoder encoder(Settings settings) {
    InputLimits limits = settings.limits();
    return new Encoder(
        settings.data().resolve("encoder"),
        settings.ffmpeg(),
        new VideoLimits(limits.videoLength(), limits.videoCpu(), limits.videoMemory()));
  }
}
