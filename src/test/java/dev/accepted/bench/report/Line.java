package dev.accepted.bench.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has been measured of one thing.
 *
 * @param section what it belongs to
 * @param what the thing
 * @param unit of its figures
 * @param ceiling the same of what it is compared to, measured in the same rounds
 * @param goal what is demanded
 * @param others percent of a core that everything else on the machine used meanwhile
 */
public record Line(
    String section,
    String what,
    String unit,
    Series figures,
    @Nullable Series ceiling,
    @Nullable Goal goal,
    @Nullable Series others) {

  /** A figure alone. */
  public static Line of(String section, String what, String unit, Series figures) {
    return new Line(section, what, unit, figures, null, null, null);
  }

  /** The same, compared. */
  public Line against(Series theCeiling) {
    return new Line(section, what, unit, figures, theCeiling, goal, others);
  }

  /** The same, with something demanded of it. */
  public Line with(@Nullable Goal theGoal) {
    return new Line(section, what, unit, figures, ceiling, theGoal, others);
  }

  /** The same, with the noise. */
  public Line amid(Series noise) {
    return new Line(section, what, unit, figures, ceiling, goal, noise);
  }

  /** How many times the ceiling it is, round by round. */
  public Optional<Series> ratios() {
    return Optional.ofNullable(ceiling).map(figures::over);
  }

  /** Whether the median is as demanded; empty if nothing is. */
  public Optional<Boolean> met() {
    return Optional.ofNullable(goal)
        .map(
            limit ->
                (limit.ofCeiling() ? ratios().orElseThrow() : figures).median() <= limit.most());
  }
}
