package dev.accepted.types;

import dev.accepted.config.Settings;
import dev.accepted.types.videos.Encoder;
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
    return new Encoder(settings.data().resolve("encoder"), settings.ffmpeg());
  }
}
