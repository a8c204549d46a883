package dev.accepted.types.videos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A QuickTime film without pictures of its own: it says that they are in another file. (A data
 * reference by alias record; QuickTime File Format, "Data Reference Atoms".)
 */
final class QuickTimeReference {

  private static final int ALIAS_LENGTH = 200;
  private static final int URL_LENGTH = 12;

  private QuickTimeReference() {}

  /**
   * Turns a film with one track, and its index at the end, into one that refers to that film.
   *
   * @param name of the film, in the same folder
   */
  static byte[] to(String name, byte[] film) {
    int media = find(film, "mdat", 0);
    int index = find(film, "moov", media);
    byte[] emptied = film.clone();
    Arrays.fill(emptied, media + 4, index - 4, (byte) 0);

    int entry = find(film, "url ", find(film, "dref", index)) - 4;
    ByteBuffer made = ByteBuffer.allocate(film.length + ALIAS_LENGTH - URL_LENGTH);
    made.put(emptied, 0, entry)
        .put(alias(name))
        .put(emptied, entry + URL_LENGTH, film.length - entry - URL_LENGTH);
    for (String box : List.of("moov", "trak", "mdia", "minf", "dinf", "dref")) {
      int size = find(film, box, index) - 4;
      made.putInt(size, made.getInt(size) + ALIAS_LENGTH - URL_LENGTH);
    }
    return made.array();
  }

  private static byte[] alias(String name) {
    byte[] path = ("/" + name).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer box = ByteBuffer.allocate(ALIAS_LENGTH);
    box.putInt(ALIAS_LENGTH).put("alis".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    box.position(box.position() + 10 + 28 + 12 + 64 + 16); // volume and file, without names
    box.putShort((short) 1).putShort((short) 1); // one level up, one down: the same folder
    box.position(box.position() + 16);
    box.putShort((short) 2).putShort((short) path.length).put(path);
    if (path.length % 2 == 1) {
      box.put((byte) 0);
    }
    box.putShort((short) -1);
    return box.array();
  }

  private static int find(byte[] film, String box, int from) {
    return new String(film, StandardCharsets.ISO_8859_1).indexOf(box, from);
  }
}
