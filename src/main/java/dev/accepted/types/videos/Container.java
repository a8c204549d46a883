package dev.accepted.types.videos;

/**
 * The container formats that are read. The encoder is told which one it has, so a file can't make
 * it use another: playlists, scripts and picture patterns, which name further files, are none of
 * these.
 */
enum Container {
  ISO_MEDIA("mov"),
  MATROSKA("matroska"),
  AVI("avi"),
  FLV("flv"),
  MPEG_TS("mpegts"),
  MPEG_PS("mpeg"),
  OGG("ogg"),
  GIF("gif"),
  ASF("asf");

  private final String demuxer;

  Container(String demuxer) {
    this.demuxer = demuxer;
  }

  /** What FFmpeg calls its reader. */
  String demuxer() {
    return demuxer;
  }
}
