package dev.accepted.bench.server;

/**
 * What a stretch of time has cost, all in seconds.
 *
 * @param elapsed how long it was
 * @param server CPU of the server, its store included
 * @param driver CPU of the benchmark itself
 * @param others CPU of everything else on the machine: how noisy it was; 0 where that is unknown
 */
public record Cost(double elapsed, double server, double driver, double others) {

  /** What everything else used, in percent of a core. */
  public double othersPercent() {
    return 100 * others / elapsed;
  }
}
