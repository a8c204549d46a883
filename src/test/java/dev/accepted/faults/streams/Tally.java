package dev.accepted.faults.streams;

import java.util.concurrent.atomic.AtomicLong;

/** What happened to all streams together. */
final class Tally {

  /** Events that were told. */
  final AtomicLong events = new AtomicLong();

  /** Streams that their client has closed. */
  final AtomicLong closed = new AtomicLong();

  /** Streams that ended without their client's doing: the network, or a server that was killed. */
  final AtomicLong cutOff = new AtomicLong();

  /** Requests for a stream that got none. */
  final AtomicLong refused = new AtomicLong();

  /** Streams that were opened with the number of the last event. */
  final AtomicLong resumed = new AtomicLong();

  String words() {
    return "%,d events told; %,d streams were closed by their client, %,d cut off by the network or a server's end;"
            .formatted(events.get(), closed.get(), cutOff.get())
        + " %,d resumed, %,d requests for one were not taken"
            .formatted(resumed.get(), refused.get());
  }
}
