package dev.accepted.engine.schedules;

import dev.accepted.engine.intake.RequestedCallback;
import org.jspecify.annotations.Nullable;

/**
 * What of a callback may be shown: neither its secret nor the query of its URL, which may hold one.
 * So whoever sends back what was shown leaves them as they are.
 */
final class ShownCallback {

  private ShownCallback() {}

  static @Nullable RequestedCallback of(@Nullable RequestedCallback callback) {
    return callback == null
        ? null
        : new RequestedCallback(withoutQuery(callback.url()), callback.events(), null);
  }

  /**
   * What is to be stored: with what isn't shown of the one before, if it has the same receiver.
   *
   * @param asked what a client has sent
   */
  static @Nullable RequestedCallback completed(
      @Nullable RequestedCallback asked, @Nullable RequestedCallback before) {
    if (asked == null || before == null) {
      return asked;
    }
    boolean shown = asked.url().equals(withoutQuery(before.url()));
    if (!shown && !asked.url().equals(before.url())) {
      return asked;
    }
    return new RequestedCallback(
        before.url(), asked.events(), asked.secret() == null ? before.secret() : asked.secret());
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
