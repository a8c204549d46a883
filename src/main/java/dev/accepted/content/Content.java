package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kept bytes, to be read from any place on. */
public sealed interface Content {

  /** What they are. */
  ContentInfo info();

  /**
   * Opens them at {@code offset}; the caller closes.
   *
   * @param offset from 0 to the length
   */
  InputStream open(long offset) throws IOException;

  /** Bytes in a file. */
  record InFile(ContentInfo info, Path path) implements Content {

    @Override
    public InputStream open(long offset) throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(path);
      return Channels.newInputStream(channel.position(offset));
    }
  }

  /** A few bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record InMemory(ContentInfo info, byte[] bytes) implements Content {

    @Override
    public InputStream open(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, (int) (bytes.length - offset));
    }
  }
}
