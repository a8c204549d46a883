package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;

import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.uploads.NewUpload;
import dev.accepted.engine.uploads.Part;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What uploads are made of in tests. */
final class UploadStage {

  static final long MOST = 1 << 20;

  private UploadStage() {}

  static UploadReport begin(Uploads uploads, @Nullable Long length) {
    return uploads.begin(new NewUpload(OWNER, "text/plain", "a.txt", length, MOST));
  }

  /** A part whose length is known, as it is with {@code Content-Length}. */
  static UploadReport append(Uploads uploads, UUID id, long offset, String text, boolean completes)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Part part = new Part(offset, completes, (long) bytes.length, null, MOST);
    return uploads.append(OWNER, id, part, new ByteArrayInputStream(bytes));
  }

  /** A part of any length, as it is in chunks. */
  static Part chunks(long offset, boolean completes) {
    return new Part(offset, completes, null, null, MOST);
  }

  static UploadReport complete(Uploads uploads, String text) throws IOException {
    UploadReport begun = begin(uploads, null);
    return append(uploads, begun.id(), 0, text, true);
  }

  /** The submission of an act with an upload as its file. */
  static NewJob job(String owner, String act, UUID upload, @Nullable String key) {
    NewJob any = EngineFixture.job("test", act, RequestedOptions.NONE);
    return new NewJob(
        owner, "test", any.input(), null, any.options(), key, null, "/", false, upload);
  }

  /** A body that comes as a test sends it; its reader waits meanwhile. */
  static final class SlowBody extends InputStream {

    private final BlockingQueue<Object> sent = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final String first;
    private boolean begun;

    /** What its reader finds at once. */
    SlowBody(String first) {
      this.first = first;
    }

    /** Once the reader has all that was sent at first, and waits for more. */
    void awaitReader() throws InterruptedException {
      asked.await();
    }

    void send(String text) {
      sent.add(text);
    }

    void cut() {
      sent.add(new IOException("connection reset"));
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      if (!begun) {
        begun = true;
        return put(first, buffer, offset);
      }
      asked.countDown();
      try {
        Object next = sent.take();
        if (next instanceof IOException cut) {
          throw cut;
        }
        return put(next.toString(), buffer, offset);
      } catch (InterruptedException stopped) {
        throw new java.io.InterruptedIOException();
      }
    }

    private static int put(String text, byte[] buffer, int offset) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, buffer, offset, bytes.length);
      return bytes.length;
    }
  }
}
