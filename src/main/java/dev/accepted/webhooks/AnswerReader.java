package dev.accepted.webhooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer's head. Its body says nothing: a short one is passed over, so that the connection
 * can be used again; a longer one is not waited for.
 */
final class AnswerReader implements AsyncResponseConsumer<Answer> {

  /** In bytes. */
  private static final int MOST_BODY = 8 << 10;

  private final Clock clock;
  private volatile @Nullable Answer head;
  private @Nullable FutureCallback<Answer> read;
  private int length;

  AnswerReader(Clock clock) {
    this.clock = clock;
  }

  /** What the receiver answered, as soon as it has begun to; null before. */
  @Nullable Answer head() {
    return head;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails body,
      HttpContext context,
      FutureCallback<Answer> callback) {
    Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    Answer answer =
        new Answer(
            response.getCode(),
            null,
            RetryAfter.parse(retryAfter == null ? null : retryAfter.getValue(), clock.instant()));
    head = answer;
    read = callback;
    if (body == null) {
      callback.completed(answer);
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    // the answer is yet to come
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(MOST_BODY);
  }

  @Override
  public void consume(ByteBuffer part) throws ConnectionClosedException {
    length += part.remaining();
    part.position(part.limit());
    if (length > MOST_BODY) {
      throw new ConnectionClosedException("the answer is longer than anybody reads");
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    FutureCallback<Answer> callback = read;
    if (callback != null) {
      callback.completed(head);
    }
  }

  @Override
  public void failed(Exception cause) {
    // whoever waits hears of it by the exchange's own callback
  }

  @Override
  public void releaseResources() {
    // it holds none
  }
}
