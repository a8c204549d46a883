package dev.accepted.types.videos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Puts a stream of text into an AVI film whose only packet, the first of all, is what somebody
 * wants to be read. (RIFF chunks; AVI RIFF File Reference.)
 */
final class AviSubtitles {

  private static final int STREAM_HEADER = 56;
  private static final int STREAMS_AT = 24;

  private AviSubtitles() {}

  /** The film with that packet in it. */
  static byte[] into(byte[] film, byte[] text) {
    String bytes = new String(film, StandardCharsets.ISO_8859_1);
    int header = bytes.indexOf("hdrl") - 8;
    int movie = bytes.indexOf("movi") - 8;
    int headerEnd = header + 8 + size(film, header + 4);
    byte[] stream = stream();
    byte[] packet = chunk("01tx", text);

    ByteBuffer made =
        ByteBuffer.allocate(film.length + stream.length + packet.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    made.put(film, 0, headerEnd).put(stream);
    made.put(film, headerEnd, movie + 12 - headerEnd).put(packet);
    made.put(film, movie + 12, film.length - movie - 12);
    grow(made, 4, stream.length + packet.length);
    grow(made, header + 4, stream.length);
    grow(made, movie + stream.length + 4, packet.length);
    int streams = bytes.indexOf("avih") + 8 + STREAMS_AT;
    made.putInt(streams, 2);
    return made.array();
  }

  private static byte[] stream() {
    ByteBuffer head = ByteBuffer.allocate(STREAM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("txts")).putInt(20, 1).putInt(24, 25).putInt(32, 50);
    byte[] strh = chunk("strh", head.array());
    byte[] strf = chunk("strf", new byte[40]);
    ByteBuffer list =
        ByteBuffer.allocate(12 + strh.length + strf.length).order(ByteOrder.LITTLE_ENDIAN);
    list.put(ascii("LIST")).putInt(4 + strh.length + strf.length).put(ascii("strl"));
    return list.put(strh).put(strf).array();
  }

  private static byte[] chunk(String name, byte[] content) {
    int padded = content.length + content.length % 2;
    ByteBuffer chunk = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(ascii(name)).putInt(content.length).put(content).array();
  }

  private static int size(byte[] film, int at) {
    return ByteBuffer.wrap(film).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private static void grow(ByteBuffer film, int at, int by) {
    film.putInt(at, film.getInt(at) + by);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
