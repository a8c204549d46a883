package dev.accepted.types.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.xy.DefaultXYDataset;

/** Makes a drawable chart of gathered values. */
final class PlotDrawing {

  private static final int LONG_NAME = 10;
  private static final int MANY_NAMES = 12;

  private final PlotStyle style;
  private final PlotSpec spec;

  private PlotDrawing(PlotStyle style, PlotSpec spec) {
    this.style = style;
    this.spec = spec;
  }

  /** The chart, without title or legend, on a transparent ground. */
  static JFreeChart of(PlotData data, PlotStyle style) {
    PlotDrawing drawing = new PlotDrawing(style, data.spec());
    if (data instanceof CategoryData names) {
      return style.chart(drawing.named(names.bars()));
    }
    return style.chart(drawing.points(((PointData) data).points()));
  }

  private Plot named(List<CategoryData.Bar> bars) {
    return spec.kind() == PlotSpec.Kind.PIE ? pie(bars) : bars(bars);
  }

  private Plot pie(List<CategoryData.Bar> bars) {
    DefaultPieDataset<String> values = new DefaultPieDataset<>();
    bars.forEach(bar -> values.setValue(bar.name(), bar.value()));
    PiePlot<String> plot = new PiePlot<>(values);
    style.pie(plot);
    return plot;
  }

  private Plot bars(List<CategoryData.Bar> bars) {
    DefaultCategoryDataset values = new DefaultCategoryDataset();
    bars.forEach(bar -> values.addValue(bar.value(), spec.yColumn().name(), bar.name()));
    boolean line = spec.kind() == PlotSpec.Kind.LINE;
    int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    boolean crowded = longest > LONG_NAME || bars.size() > MANY_NAMES;
    CategoryItemRenderer renderer = line ? new LineAndShapeRenderer() : new BarRenderer();
    CategoryAxis names = new CategoryAxis(spec.xColumn().name());
    CategoryPlot plot =
        new CategoryPlot(values, names, style.numbers(spec.yColumn().name(), true), renderer);
    if (line && crowded) {
      names.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    } else if (crowded) {
      plot.setOrientation(PlotOrientation.HORIZONTAL);
    }
    style.categories(plot);
    return plot;
  }

  private Plot points(List<PointData.Point> points) {
    boolean line = spec.kind() == PlotSpec.Kind.LINE;
    DefaultXYDataset values = new DefaultXYDataset();
    values.addSeries(spec.yColumn().name(), series(line ? averaged(points) : points));
    NumberAxis numbers = style.numbers(spec.yColumn().name(), false);
    String name = spec.xColumn().name();
    ValueAxis across =
        switch (spec.xColumn().type()) {
          case DATE, TIMESTAMP -> style.dates(name);
          default -> style.numbers(name, false);
        };
    XYPlot plot = new XYPlot(values, across, numbers, new XYLineAndShapeRenderer(line, !line));
    style.points(plot, points.size());
    return plot;
  }

  private static double[][] series(List<PointData.Point> points) {
    double[] xs = points.stream().mapToDouble(PointData.Point::x).toArray();
    double[] ys = points.stream().mapToDouble(PointData.Point::y).toArray();
    return new double[][] {xs, ys};
  }

  private static List<PointData.Point> averaged(List<PointData.Point> points) {
    Map<Double, Double> means =
        points.stream()
            .collect(
                Collectors.groupingBy(
                    PointData.Point::x,
                    TreeMap::new,
                    Collectors.averagingDouble(PointData.Point::y)));
    return means.entrySet().stream()
        .map(mean -> new PointData.Point(mean.getKey(), mean.getValue()))
        .sorted(Comparator.comparingDouble(PointData.Point::x))
        .toList();
  }
}
