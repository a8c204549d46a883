package dev.accepted.types.videos;

import dev.accepted.job.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The first bytes of a file, and what they give away. Signatures: ISO/IEC 14496-12 and QuickTime
 * (first box), RFC 8794 (EBML), RIFF, FLV, ISO/IEC 13818-1 (sync bytes, pack header), RFC 3533
 * (Ogg), GIF89a, ASF (header object).
 */
record FileHead(String bytes) {

  private static final int LENGTH = 1024;
  private static final int TS_PACKET = 188;
  private static final int M2TS_PACKET = 192;
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");

  /** Reads it. */
  static FileHead of(InputFile file) throws IOException {
    try (InputStream in = file.open()) {
      return new FileHead(new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
    }
  }

  /** The container that it begins, if it is one that is read here. */
  Optional<Container> container() {
    if (bytes.length() >= 8 && FIRST_BOXES.contains(bytes.substring(4, 8))) {
      return Optional.of(Container.ISO_MEDIA);
    } else if (begins("\u001aE\u00df\u00a3")) {
      return Optional.of(Container.MATROSKA);
    } else if (begins("RIFF") && bytes.startsWith("AVI ", 8)) {
      return Optional.of(Container.AVI);
    } else if (begins("FLV\u0001")) {
      return Optional.of(Container.FLV);
    } else if (begins("\0\0\u0001\u00ba")) {
      return Optional.of(Container.MPEG_PS);
    } else if (begins("OggS")) {
      return Optional.of(Container.OGG);
    } else if (begins("GIF87a") || begins("GIF89a")) {
      return Optional.of(Container.GIF);
    } else if (begins("0&\u00b2u\u008ef\u00cf\u0011")) {
      return Optional.of(Container.ASF);
    }
    return synchronised(0, TS_PACKET) || synchronised(4, M2TS_PACKET)
        ? Optional.of(Container.MPEG_TS)
        : Optional.empty();
  }

  /** What it is instead of a film, to be said after "The file". */
  String impression() {
    if (bytes.isEmpty()) {
      return "is empty";
    } else if (begins("%PDF")) {
      return "is a PDF document";
    } else if (begins("PK\u0003\u0004")) {
      return "is a ZIP archive";
    } else if (begins("\u0089PNG") || begins("\u00ff\u00d8\u00ff")) {
      return "is a picture";
    } else if (begins("ID3") || begins("fLaC") || begins("RIFF")) {
      return "holds sound";
    } else if (bytes.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c))) {
      return "is text";
    }
    byte[] first =
        bytes.substring(0, Math.min(8, bytes.length())).getBytes(StandardCharsets.ISO_8859_1);
    return "begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(first);
  }

  private boolean begins(String signature) {
    return bytes.startsWith(signature);
  }

  private boolean synchronised(int offset, int packet) {
    return bytes.length() > offset + 2 * packet
        && bytes.charAt(offset) == 'G'
        && bytes.charAt(offset + packet) == 'G'
        && bytes.charAt(offset + 2 * packet) == 'G';
  }
}
