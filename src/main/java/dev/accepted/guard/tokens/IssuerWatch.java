package dev.accepted.guard.tokens;

import java.io.IOException;

/** Hears of an issuer that can't be asked for its keys, and logs it: its words may be anybody's. */
@FunctionalInterface
public interface IssuerWatch {

  /**
   * Its keys can't be had.
   *
   * @param again whether it was the same the last time
   */
  void isDown(IOException why, boolean again);
}
