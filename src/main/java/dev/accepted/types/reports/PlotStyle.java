package dev.accepted.types.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.io.InputStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartColor;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardPieSectionLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** How plots look: few colours that also differ in grey print, hairlines, no ornament. */
final class PlotStyle {

  private static final Color INK = new Color(0x33, 0x3d, 0x47);
  private static final Color RULE = new Color(0xd5, 0xda, 0xdf);
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  /** The first is the colour of whatever has one series only. */
  private static final List<Color> PALETTE =
      List.of(
          new Color(0x2f, 0x66, 0x90),
          new Color(0xe0, 0x9f, 0x3e),
          new Color(0x4f, 0x8a, 0x5b),
          new Color(0xa4, 0x4a, 0x3f),
          new Color(0x7d, 0x70, 0xa8),
          new Color(0x58, 0xa4, 0xb0),
          new Color(0xc9, 0x8b, 0xa5),
          new Color(0x8d, 0x7b, 0x5f),
          new Color(0xa9, 0xb2, 0xba));

  private static final Stroke HAIRLINE = new BasicStroke(0.5f);
  private static final double DENSE = 500;

  private static @Nullable Font typeface;

  private final Font font;

  private PlotStyle(Font font) {
    this.font = font;
  }

  /**
   * The style with letters of that size.
   *
   * @param size in points
   */
  static PlotStyle of(float size) throws IOException {
    return new PlotStyle(typeface().deriveFont(size));
  }

  /** Read once: Java keeps a temporary file for each font it has read. */
  private static synchronized Font typeface() throws IOException {
    Font known = typeface;
    if (known == null) {
      try (InputStream file = Fonts.REGULAR.open()) {
        known = Font.createFont(Font.TRUETYPE_FONT, file);
      } catch (FontFormatException broken) {
        throw new IOException("the application's font can't be read", broken);
      }
      typeface = known;
    }
    return known;
  }

  JFreeChart chart(Plot plot) {
    JFreeChart chart = new JFreeChart(null, font, plot, false);
    chart.setBackgroundPaint(CLEAR);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(CLEAR);
    plot.setOutlineVisible(false);
    plot.setNoDataMessage("Nothing to draw: no row has a value.");
    plot.setNoDataMessageFont(font);
    plot.setNoDataMessagePaint(INK);
    return chart;
  }

  NumberAxis numbers(String name, boolean fromZero) {
    NumberAxis axis = new NumberAxis(name);
    axis.setAutoRangeIncludesZero(fromZero);
    axis.setNumberFormatOverride(numberFormat());
    quiet(axis);
    return axis;
  }

  private static NumberFormat numberFormat() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u202f');
    return new DecimalFormat("#,##0.######", symbols);
  }

  DateAxis dates(String name) {
    DateAxis axis = new DateAxis(name, TimeZone.getTimeZone("UTC"), Locale.ROOT);
    axis.setStandardTickUnits(DateTicks.iso());
    quiet(axis);
    return axis;
  }

  private void quiet(Axis axis) {
    axis.setLabelFont(font.deriveFont(font.getSize2D() + 1));
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(RULE);
    axis.setTickMarkPaint(RULE);
  }

  void categories(CategoryPlot plot) {
    quiet(plot.getDomainAxis());
    plot.getDomainAxis().setTickMarksVisible(false);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.35f);
    plot.getDomainAxis().setCategoryMargin(0.25);
    plot.setRangeGridlinePaint(RULE);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    if (plot.getOrientation().equals(PlotOrientation.HORIZONTAL)) {
      plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    }
    if (plot.getRenderer() instanceof BarRenderer bars) {
      bars.setBarPainter(new StandardBarPainter());
      bars.setShadowVisible(false);
      bars.setMaximumBarWidth(0.12);
    }
    plot.getRenderer().setSeriesPaint(0, PALETTE.get(0));
    plot.getRenderer().setSeriesShape(0, new Ellipse2D.Double(-2, -2, 4, 4));
  }

  void points(XYPlot plot, int count) {
    plot.setDomainGridlinePaint(RULE);
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlinePaint(RULE);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    double size = count > DENSE ? 2.5 : 4;
    plot.getRenderer().setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    Color color = PALETTE.get(0);
    int alpha = count > DENSE ? 150 : 255;
    plot.getRenderer()
        .setSeriesPaint(0, new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
    plot.getRenderer().setSeriesStroke(0, new BasicStroke(1.4f));
  }

  void pie(PiePlot<String> plot) {
    int index = 0;
    for (String name : plot.getDataset().getKeys()) {
      plot.setSectionPaint(name, PALETTE.get(index++ % PALETTE.size()));
    }
    plot.setDefaultSectionOutlinePaint(ChartColor.WHITE);
    plot.setDefaultSectionOutlineStroke(new BasicStroke(1f));
    plot.setShadowPaint(null);
    plot.setLabelFont(font);
    plot.setLabelPaint(INK);
    plot.setLabelBackgroundPaint(null);
    plot.setLabelOutlinePaint(null);
    plot.setLabelShadowPaint(null);
    plot.setLabelLinkPaint(RULE);
    NumberFormat percent = NumberFormat.getPercentInstance(Locale.ROOT);
    plot.setLabelGenerator(
        new StandardPieSectionLabelGenerator("{0}: {1} ({2})", numberFormat(), percent));
    plot.setInteriorGap(0.04);
  }
}
