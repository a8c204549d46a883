package dev.accepted.bench;

/** Tells whoever waits what is being done. */
final class Progress {

  private Progress() {}

  static void say(String what) {
    System.out.println("... " + what);
  }
}
