package dev.accepted.types.reports;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a plot as an SVG element to stand in a page. */
final class SvgPlot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final float TEXT = 11;

  private SvgPlot() {}

  /**
   * Writes {@code <svg>…</svg>}, as wide as its place.
   *
   * @param label says what it shows to those who can't see it
   */
  static void write(PlotData data, String label, Writer out) throws IOException {
    SVGGraphics2D graphics = new SVGGraphics2D(document());
    graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    PlotDrawing.of(data, PlotStyle.of(TEXT))
        .draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-label", label);
    graphics.stream(root, out, false, false);
  }

  private static Document document() throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null);
    } catch (ParserConfigurationException unusual) {
      throw new IOException("no XML document can be made here", unusual);
    }
  }
}
