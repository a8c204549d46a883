package dev.accepted.content;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The folder or the server that keeps content does not take or give it now; later it may. */
public final class ContentUnavailable extends IOException {

  private static final long serialVersionUID = 1L;

  ContentUnavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
