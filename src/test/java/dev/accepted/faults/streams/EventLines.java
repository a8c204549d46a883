package dev.accepted.faults.streams;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * Puts the lines of one connection together to events (HTML Standard, section 9.2.6). What has no
 * empty line after it was cut off, and is none.
 */
final class EventLines implements Subscriber<String> {

  private final Listener listener;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private String id;
  private String data = "";

  /** Hears what the connection brings. */
  interface Listener {

    /**
     * An event, or just a number to come back with.
     *
     * @param data empty if it is no event
     */
    void told(EventLines connection, String id, String data);
  }

  EventLines(String lastId, Listener listener) {
    this.id = lastId;
    this.listener = listener;
  }

  /** Done once there has been an answer, and it is a stream. */
  CompletableFuture<Void> opened() {
    return opened;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    opened.complete(null);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      listener.told(this, id, data);
      data = "";
    } else if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.startsWith("data: ")) {
      data = line.substring(6);
    }
  }

  @Override
  public void onError(Throwable failure) {
    // Its request is told, too.
  }

  @Override
  public void onComplete() {
    // The same.
  }
}
