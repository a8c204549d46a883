package dev.accepted.types.simulations;

/** How a script may end; spelled as on the wire, so that JSON is read into it as it is. */
public enum Outcome {
  /** With a summary as the result. */
  succeeded,
  /** With a permanent failure. */
  failed,
  /** As if a client had canceled it. */
  canceled
}
