package dev.accepted.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is a stream of events. They are told in the executor's turn, and more is taken from
 * the connection only when they have been: a slow listener slows the server down, and fills no
 * memory.
 */
final class EventBody implements BodySubscriber<String> {

  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final EventParser parser;
  private final Executor executor;
  private final Consumer<List<ServerEvent>> told;
  private @Nullable Subscription subscription;

  /**
   * A stream.
   *
   * @param executor runs one thing after the other
   * @param told gets the events of each piece that arrives; often none, which is a sign of life
   */
  EventBody(EventParser parser, Executor executor, Consumer<List<ServerEvent>> told) {
    this.parser = parser;
    this.executor = executor;
    this.told = told;
  }

  @Override
  public CompletionStage<String> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription opened) {
    subscription = opened;
    opened.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    executor.execute(() -> tell(pieces));
  }

  private void tell(List<ByteBuffer> pieces) {
    Subscription open = subscription;
    if (open == null || end.isDone()) {
      return;
    }
    try {
      List<ServerEvent> events = new ArrayList<>();
      for (ByteBuffer piece : pieces) {
        events.addAll(parser.feed(piece));
      }
      told.accept(events);
      open.request(1);
    } catch (IOException tooLong) {
      open.cancel();
      end.completeExceptionally(tooLong);
    }
  }

  @Override
  public void onError(Throwable failure) {
    executor.execute(() -> end.completeExceptionally(failure));
  }

  @Override
  public void onComplete() {
    executor.execute(() -> end.complete(""));
  }
}
