package dev.accepted.command;

import dev.accepted.types.inspections.rules.Severity;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours of a terminal, or none. */
enum Colours {
  ON,
  OFF;

  /** On if a person reads it on a terminal, and hasn't said otherwise ({@code NO_COLOR}). */
  static Colours ofTerminal() {
    return Ansi.AUTO.enabled() ? ON : OFF;
  }

  String strong(String text) {
    return in(Style.bold, text);
  }

  String mild(String text) {
    return in(Style.faint, text);
  }

  /** As much as it matters. */
  String by(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in(Style.fg_red, text);
      case WARNING -> in(Style.fg_yellow, text);
      case INFO -> in(Style.fg_cyan, text);
    };
  }

  private String in(Style style, String text) {
    return this == ON ? style.on() + text + Style.reset.on() : text;
  }
}
