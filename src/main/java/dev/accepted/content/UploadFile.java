package dev.accepted.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The file of an upload, open to be written to at its end; by one thread at a time. */
public final class UploadFile implements AutoCloseable {

  private final FileChannel channel;

  UploadFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Writes what has come.
   *
   * @param count of the bytes at the beginning of the buffer
   */
  public void write(byte[] buffer, int count) throws ContentUnavailable {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be written", e);
    }
  }

  /** What was written stays when this returns, come what may. */
  public void sync() throws ContentUnavailable {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be synced", e);
    }
  }

  @Override
  public void close() throws ContentUnavailable {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be closed", e);
    }
  }
}
