package dev.accepted.http.offenders;

import dev.accepted.guard.throttle.Offender;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Who is not listened to, longest first. */
public record OffendersView(List<OffenderView> offenders) {

  static OffendersView of(List<Offender> offenders) {
    return new OffendersView(offenders.stream().map(OffenderView::of).toList());
  }

  /**
   * One of them.
   *
   * @param kind {@code caller} or {@code address}
   * @param requests how many of its requests came while it was blocked
   */
  public record OffenderView(
      String id, String kind, String name, int blocks, Instant blockedUntil, long requests) {

    static OffenderView of(Offender offender) {
      return new OffenderView(
          offender.id(),
          offender.visitor().kind().name().toLowerCase(Locale.ROOT),
          offender.visitor().name(),
          offender.blocks(),
          offender.blockedUntil(),
          offender.requests());
    }
  }
}
