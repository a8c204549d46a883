package dev.accepted.http.content;

import java.util.List;

/** What a job left beside its result. */
public record FilesView(List<FileView> files) {

  /**
   * One file.
   *
   * @param digest as in RFC 9530
   * @param url where its bytes are
   */
  public record FileView(String name, String mediaType, long length, String digest, String url) {}
}
