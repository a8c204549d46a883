package dev.accepted.http.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.handover.StreamedAnswer;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How something stands, told whenever that has changed. */
final class SnapshotStream implements StreamedAnswer, Live {

  private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(UTF_8);

  private final String name;
  private final Supplier<String> text;
  private final Place place;
  private final Executor executor;
  private final Patience patience = new Patience();
  private final Silence silence = new Silence();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Outlet out;
  private @Nullable String told;

  SnapshotStream(String name, Supplier<String> text, Place place, Executor executor) {
    this.name = name;
    this.text = text;
    this.place = place;
    this.executor = executor;
  }

  @Override
  public Kind kind() {
    return Kind.EVENTS;
  }

  @Override
  public void begin(Outlet opened) {
    out = opened;
    opened.send(List.of(EventText.RETRY));
    opened.whenClosed(place.take(this));
    look(opened);
  }

  /** It holds nothing before it has begun. */
  @Override
  public void drop() {}

  @Override
  public void dismiss() {
    Outlet to = out;
    if (to != null) {
      to.end();
    }
  }

  @Override
  public void check() {
    Outlet to = out;
    if (to == null) {
      return;
    }
    if (patience.isOver(to)) {
      place.metrics().dropped(kind());
      to.close();
    } else {
      silence.goesOn();
      look(to);
    }
  }

  /** One look at a time: a slow one is not followed by a crowd. */
  private void look(Outlet to) {
    if (looking.compareAndSet(false, true)) {
      try {
        executor.execute(() -> tell(to));
      } catch (RejectedExecutionException stopping) {
        looking.set(false);
        to.end();
      }
    }
  }

  private void tell(Outlet to) {
    try {
      String now = text.get();
      if (!now.equals(told) && to.hasRoom()) {
        told = now;
        place.metrics().sent(kind(), 1);
        say(to, "event: %s\ndata: %s\n\n".formatted(name, now).getBytes(UTF_8));
      } else if (silence.wantsSign()) {
        say(to, SIGN_OF_LIFE);
      }
    } catch (Refusal.StoreDown down) {
      // The next look may find it again.
      say(to, SIGN_OF_LIFE);
    } finally {
      looking.set(false);
    }
  }

  private void say(Outlet to, byte[] piece) {
    to.send(List.of(piece));
    silence.isOver();
  }
}
