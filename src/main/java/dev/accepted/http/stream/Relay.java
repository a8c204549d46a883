package dev.accepted.http.stream;

import dev.accepted.events.EventCursor;
import dev.accepted.events.Follower;
import org.jspecify.annotations.Nullable;

/** Stands for a follower that is made a moment after its cursor. */
public final class Relay implements Follower {

  private volatile @Nullable Follower follower;

  /** From now on it stands for this one. */
  public void to(Follower made) {
    follower = made;
  }

  @Override
  public void proceed(EventCursor cursor) {
    Follower made = follower;
    if (made != null) {
      made.proceed(cursor);
    }
  }
}
