package dev.accepted.config;

import java.util.List;

/** Settings that can't be used: the server refuses to start, and says all of what is wrong. */
public final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidSettings(List<String> faults) {
    super("Accepted can't start with these settings:\n  " + String.join("\n  ", faults));
  }
}
