package dev.accepted.bench.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws cost against backlog. */
public final class Plot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  private Plot() {}

  /**
   * Draws medians, a line for each cost.
   *
   * @param costs figures in microseconds of CPU, by name: one series for each backlog
   * @param file a PNG
   */
  public static void draw(Map<String, List<Series>> costs, List<Integer> backlogs, Path file)
      throws IOException {
    DefaultCategoryDataset medians = new DefaultCategoryDataset();
    costs.forEach(
        (name, series) -> {
          for (int i = 0; i < series.size(); i++) {
            medians.addValue(series.get(i).median(), name, "%,d".formatted(backlogs.get(i)));
          }
        });
    JFreeChart chart =
        ChartFactory.createLineChart(
            "Cost against backlog", "jobs queued, and as many finished", "µs of CPU", medians);
    chart.getCategoryPlot().setRenderer(new LineAndShapeRenderer());
    chart.getCategoryPlot().setBackgroundPaint(Color.WHITE);
    chart.getCategoryPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
    ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
  }
}
