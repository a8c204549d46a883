package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Place;
import dev.accepted.http.wire.Urls;
import java.util.List;

/** All faults. */
public record FaultsView(List<FaultView> faults) {

  /**
   * One.
   *
   * @param what it does, in a sentence
   * @param rule of the inspector that finds it
   * @param places where it shows: {@code submission}, {@code monitor}, …; none for everywhere
   * @param links where simulations are submitted that have it
   */
  public record FaultView(
      String name, String what, String rule, List<String> places, Links links) {}

  /** Where simulations are submitted. */
  public record Links(String submit) {}

  static FaultView of(Fault fault, Urls urls) {
    return new FaultView(
        fault.name(),
        fault.what(),
        fault.rule(),
        fault.places().stream().sorted().map(Place::wireName).toList(),
        new Links(urls.below(fault.name()).collection("simulations")));
  }
}
