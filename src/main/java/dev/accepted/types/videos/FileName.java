package dev.accepted.types.videos;

import dev.accepted.job.InputFile;

/** What to call a film that was made from a file of another name. */
final class FileName {

  private static final int LONGEST = 100;

  private FileName() {}

  /** The file's own name, without folders and odd characters, with the format's extension. */
  static String of(InputFile file, VideoFormat format) {
    String name = file.info().fileName() == null ? "" : file.info().fileName();
    String base =
        name.replaceFirst("^.*[/\\\\]", "")
            .replaceFirst("[.][^.]*$", "")
            .replaceAll("[^\\p{L}\\p{N} ._-]+", "_")
            .replaceFirst("^[. ]+", "")
            .strip();
    String cut = base.substring(0, Math.min(LONGEST, base.length()));
    return (cut.isEmpty() ? "film" : cut) + "." + format.name();
  }
}
