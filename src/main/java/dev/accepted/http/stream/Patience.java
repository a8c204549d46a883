package dev.accepted.http.stream;

import dev.accepted.http.handover.Outlet;

/** How long is waited for a client that takes nothing. */
final class Patience {

  /** So often in a row a client may have taken nothing of what waits for it: a minute. */
  private static final int MOST = 12;

  private int stuck;

  /** True if nothing was taken for too long; to be asked every five seconds. */
  synchronized boolean isOver(Outlet out) {
    stuck = out.moves() ? 0 : stuck + 1;
    return stuck > MOST;
  }
}
