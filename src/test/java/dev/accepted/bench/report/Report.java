package dev.accepted.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that has been measured, and on what. */
public final class Report {

  private final Map<String, String> facts = new TreeMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** Notes something that the figures depend on. */
  public void fact(String name, String value) {
    facts.put(name, value);
  }

  public void add(Line line) {
    lines.add(line);
  }

  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }
}
