package dev.accepted.types.inspections.rules;

import java.util.List;

/** What an API comes to, by its findings: those that are for information don't count. */
public enum Grade {
  /** No errors, and at most two warnings. */
  A(0, 2),
  /** No errors, and at most five warnings. */
  B(0, 5),
  /** At most one error, and ten warnings. */
  C(1, 10),
  /** At most three errors. */
  D(3, Integer.MAX_VALUE),
  /** At most six errors. */
  E(6, Integer.MAX_VALUE),
  /** More, or no job at all could be followed to its end. */
  F(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final int errors;
  private final int warnings;

  Grade(int errors, int warnings) {
    this.errors = errors;
    this.warnings = warnings;
  }

  /** The grade for these findings. */
  public static Grade of(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.rule().isFatal())) {
      return F;
    }
    long errors = count(findings, Severity.ERROR);
    long warnings = count(findings, Severity.WARNING);
    for (Grade grade : values()) {
      if (errors <= grade.errors && warnings <= grade.warnings) {
        return grade;
      }
    }
    return F;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.rule().severity() == severity).count();
  }
}
