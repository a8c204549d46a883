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
   * Opens a part of them; the caller closes, and reads no further than that part.
   *
   * @param offset from 0 to the length
   * @param length in bytes, at most what is left from there
   */
  InputStream open(long offset, long length) throws IOException;

  /** Bytes in a file. */
  record InFile(ContentInfo info, Path path) implements Content {

    @Override
    public InputStream open(long offset, long length) throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(path);
      return Channels.newInputStream(channel.position(offset));
    }
  }

  /** A few bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record InMemory(ContentInfo info, byte[] bytes) implements Content {

    @Override
    public InputStream open(long offset, long length) {
      return new ByteArrayInputStream(bytes, (int) offset, (int) length);
    }
  }

  /** Bytes that another server has. */
  record InStore(ContentInfo info, Source source) implements Content {

    /** Asks for a part of them. */
    @FunctionalInterface
    public interface Source {

      /**
       * As {@link Content#open}; what is returned may end early with an exception, never without.
       */
      InputStream open(long offset, long length) throws IOException;
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
      return length == 0 ? InputStream.nullInputStream() : source.open(offset, length);
    }
  }
}
