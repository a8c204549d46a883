package dev.accepted.http.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A status code, explained.
 *
 * @param specification where it is laid down
 * @param reference where that can be read
 * @param mistakes what often goes wrong with it
 * @param headers what an answer with it needs
 * @param body whether such an answer has one
 * @param links where it is answered; null for those of interim answers, which aren't
 */
public record StatusView(
    int code,
    String reason,
    String description,
    String specification,
    String reference,
    List<String> mistakes,
    List<Header> headers,
    boolean body,
    @Nullable Links links) {

  /**
   * A header.
   *
   * @param example what it may be like
   * @param why what it tells the client
   * @param method of which requests it belongs to the answer; null for all
   */
  public record Header(String name, String example, String why, @Nullable String method) {}

  /** Where it is answered. */
  public record Links(String self) {}

  static StatusView of(StatusCode code, @Nullable String url) {
    return new StatusView(
        code.code(),
        code.reason(),
        code.description(),
        code.specification(),
        code.reference(),
        code.mistakes(),
        code.headers().stream().map(StatusView::header).toList(),
        code.body(),
        url == null ? null : new Links(url));
  }

  private static Header header(NeededHeader header) {
    return new Header(
        header.name(),
        header.example(),
        header.why(),
        header.method().isEmpty() ? null : header.method());
  }
}
