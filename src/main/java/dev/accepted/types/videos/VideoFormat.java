package dev.accepted.types.videos;

/** What a film can be made into; spelled as on the wire, so that JSON is read into it as it is. */
public enum VideoFormat {
  /** H.264 and AAC. */
  mp4("video/mp4", Container.ISO_MEDIA),
  /** VP9 and Opus. */
  webm("video/webm", Container.MATROSKA),
  /** Moving pictures of 256 colours, without sound. */
  gif("image/gif", Container.GIF);

  private final String mediaType;
  private final Container container;

  VideoFormat(String mediaType, Container container) {
    this.mediaType = mediaType;
    this.container = container;
  }

  String mediaType() {
    return mediaType;
  }

  /** How the encoder reads it back. */
  Container container() {
    return container;
  }
}
