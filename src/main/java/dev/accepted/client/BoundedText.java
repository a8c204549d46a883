package dev.accepted.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A body as text in UTF-8. One that is no JSON, or longer than any status, is let pass by: it comes
 * to nothing.
 */
final class BoundedText implements BodySubscriber<String> {

  private static final int LONGEST = 4 << 20;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLong;

  private BoundedText() {}

  static BodyHandler<String> handler() {
    return answer ->
        answer
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("json")
            ? new BoundedText()
            : BodySubscribers.replacing("");
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      tooLong |= bytes.size() + piece.remaining() > LONGEST;
      if (tooLong) {
        bytes.reset();
      } else {
        byte[] part = new byte[piece.remaining()];
        piece.get(part);
        bytes.writeBytes(part);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
