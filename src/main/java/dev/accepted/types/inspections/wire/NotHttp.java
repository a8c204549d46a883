package dev.accepted.types.inspections.wire;

import java.io.IOException;

/** What came can't be read as an answer of HTTP/1.1. */
final class NotHttp extends IOException {

  private static final long serialVersionUID = 1L;

  NotHttp(String what) {
    super(what);
  }
}
